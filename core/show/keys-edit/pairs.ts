import { fittedTo, keyableIn, keyables, type KeyableClip } from './keyable.ts';

/**
 * Amounts that come in twos, across and up: linked, one takes the other along in the same proportion. Places are none: a
 * point that moved on a ray from the corner of the building would help nobody.
 */
type Pair = readonly [string, string];
const STEMS = ['scale', 'size', 'repeat', 'step', 'move', 'swing'] as const;
const PAIRS: readonly Pair[] = [['width', 'height'], ...STEMS.map((stem): Pair => [`${stem}X`, `${stem}Y`])];
const isNumber = (clip: KeyableClip, param: string): boolean => keyableIn(clip, param)?.kind === 'number';

/** Those that a clip's layer has. */
export const pairsOf = (clip: KeyableClip): readonly Pair[] =>
  keyables(clip).length === 0 ? [] : PAIRS.filter((pair) => pair.every((param) => isNumber(clip, param)));

type Fields = Readonly<Record<string, unknown>>;
/**
 * `next` with the partners of what differs from `now`; proportions are those of `first`, so that a drag through nought
 * comes back to them. Where one is 0 they have none, and only what was equal stays so.
 */
export const withPartners = (
  clip: KeyableClip,
  links: readonly Pair[],
  first: Fields,
  now: Fields,
  next: Fields,
): Record<string, unknown> => {
  const made: Record<string, unknown> = { ...next };
  for (const [a, b] of [...links, ...links.map(([x, y]): Pair => [y, x])]) {
    const [from, to, other] = [first[a], next[a], first[b]];
    const keyable = keyableIn(clip, b);
    if (to === now[a] || next[b] !== now[b] || !keyable) continue;
    if (typeof from !== 'number' || typeof to !== 'number' || typeof other !== 'number') continue;
    if (from !== 0) made[b] = fittedTo(keyable, (other * to) / from);
    else if (other === 0) made[b] = fittedTo(keyable, to);
  }
  return made;
};
