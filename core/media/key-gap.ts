/**
 * How far apart a film's key frames stand. Each seek, and each step backwards, decodes all that lies before it up to the
 * last key frame; a film that is scrubbed or reversed has one every half second.
 */
export const CLOSE_KEYS_S = 0.5;
/** Seconds beyond which a hand feels it. */
const FAR_S = 1;

/** The longest time without a key frame, seconds: from the first picture to `end`. `keys`: their times, in order. */
export const longestGap = (keys: readonly number[], end: number): number =>
  [...keys.slice(1), end].reduce((most, at, i) => Math.max(most, at - (keys[i] ?? 0)), 0);

export const areKeysFar = ({ kind, keyGap }: { kind: string; keyGap?: number | undefined }): boolean =>
  kind === 'video' && keyGap !== undefined && keyGap > FAR_S;
