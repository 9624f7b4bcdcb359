import { median, type Measurement } from './measure.ts';

/** What is over the committed ratios, what misses its goal, and the words for both. */
export type Ratios = Readonly<Record<string, number>>;
export const slack = 1.5;

const committedOf = (committed: Ratios, name: string): number | undefined =>
  Object.hasOwn(committed, name) ? committed[name] : undefined;

/** More than so many times the committed ratio, or no number at all; one without a committed ratio is well. */
export const isOver = ({ name, ratio }: Measurement, committed: Ratios, times = slack): boolean =>
  !Number.isFinite(ratio) || ratio > (committedOf(committed, name) ?? Infinity) * times;

/** Worth a line in the report, and no failure: machines differ by as much. */
export const mark = 1.2;
export const isSlower = ({ name, ratio }: Measurement, committed: Ratios): boolean =>
  ratio > (committedOf(committed, name) ?? Infinity) * mark;

export const misses = ({ goal, value, ratio }: Measurement): boolean =>
  !((goal.of === 'value' ? value : ratio) <= goal.most);

/** Several runs of the same measurements → of each the one whose ratio is in the middle. */
export const middles = (runs: readonly Measurement[][]): Measurement[] =>
  (runs[0] ?? []).map((first) => {
    const same = runs.flatMap((run) => run.filter(({ name }) => name === first.name));
    const middle = median(same.map(({ ratio }) => ratio));
    return same.find(({ ratio }) => ratio === middle) ?? first;
  });

/** The committed ratios with new ones, three digits each, sorted by name. */
export const withRatios = (committed: Ratios, found: readonly Measurement[]): Ratios => {
  const rounded = found.map(({ name, ratio }) => [name, Number(ratio.toPrecision(3))] as const);
  const all = { ...committed, ...Object.fromEntries(rounded) };
  return Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

/** Of small ones two digits that tell something. */
const shown = (ratio: number | undefined): string =>
  ratio === undefined ? 'none' : ratio < 0.1 ? ratio.toPrecision(2) : ratio.toFixed(2);

/** Three lines a figure: it and its ratio, its goal, what was measured against what. */
export const wordsOf = (one: Measurement, committed: Ratios): string => {
  const { name, what, value, unit, goal, reference, ratio } = one;
  const pad = ' '.repeat(20);
  const kept = shown(committedOf(committed, name));
  const aim = goal.of === 'value' ? `${goal.most} ${unit}` : `ratio ${goal.most}`;
  const counts = Object.entries(one.counts ?? {}).map(([key, count]) => `, ${key} ${count}`);
  return [
    `${name.padEnd(20)}${value.toFixed(3)} ${unit}, ratio ${shown(ratio)} (committed ${kept})${counts.join('')}`,
    `${pad}goal: at most ${aim} (${goal.why}): ${misses(one) ? 'missed, a gap' : 'met'}`,
    `${pad}${what}, against ${reference.what} (${reference.value.toFixed(4)} ${unit})`,
  ].join('\n');
};
