import type { Topics } from '../../../../core/control/link.ts';

/** The topic holds the last messages of all inputs; which of them were not in the one before? */
type Raw = Topics['inputs'][number];
const keyOf = ({ id, at, from, text }: Raw): string => `${id} ${at} ${from} ${text}`;

/** The longest end of `before` that `now` begins with was there already. */
export const freshOf = (before: readonly Raw[], now: readonly Raw[]): readonly Raw[] => {
  const old = before.map(keyOf);
  const next = now.map(keyOf);
  for (let shared = Math.min(old.length, next.length); shared > 0; shared -= 1)
    if (old.slice(-shared).every((key, index) => key === next[index])) return now.slice(shared);
  return now;
};

/** One row an address, the newest first, with how often it came: a fader is one row and not a flood. */
export type LearnRow = { key: string; message: Raw; times: number };
const MAX_ROWS = 12;
export const withFresh = (rows: readonly LearnRow[], fresh: readonly Raw[]): readonly LearnRow[] =>
  fresh.reduce<readonly LearnRow[]>((all, message) => {
    const key = `${message.id} ${/\/\S+/.exec(message.text)?.[0] ?? message.text}`;
    const times = (all.find((row) => row.key === key)?.times ?? 0) + 1;
    return [{ key, message, times }, ...all.filter((row) => row.key !== key)].slice(0, MAX_ROWS);
  }, rows);
