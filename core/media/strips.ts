/**
 * A film wider than decoders take, as strips beside each other: one video track each, from left to right, in one file
 * that says so in its comment. It is one film to everybody who plays it.
 */
export const STRIPS_MARK = 'frise-strips';
/** Pixels: what decoders in hardware take of H.264, and most of anything. */
export const WIDEST = 4096;
export type Strip = { left: number; width: number };

/** As few as will do, of even width, the last as wide as is left. */
export const stripsOf = (width: number, widest = WIDEST): Strip[] => {
  const count = Math.ceil(width / widest);
  const each = 2 * Math.ceil(width / count / 2);
  return Array.from({ length: count }, (_, i) => ({
    left: i * each,
    width: Math.min(each, width - i * each),
  }));
};

/** How many strips a film of the show should be cut into; 1: it is well as it is. HAP has no decoder to be too wide for. */
export const stripsWanted = (medium: {
  kind: string;
  width?: number | undefined;
  codec?: string | undefined;
  strips?: number | undefined;
}): number => {
  const { kind, width = 0, codec = '', strips = 1 } = medium;
  return kind === 'video' && strips === 1 && !codec.startsWith('Hap') ? stripsOf(width || 1).length : 1;
};
