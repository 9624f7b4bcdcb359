import { misses, type Ratios } from './compare.ts';
import type { Measurement } from './measure.ts';
import { barPlot, linePlot } from './plot.ts';

/** docs/bench.md and its plots from one run of the bench. */
export type Machine = { date: string; processors: string; loads: [number, number] };

const goalShare = ({ goal, value, ratio }: Measurement): number =>
  (goal.of === 'value' ? value : ratio) / goal.most;

const number = (value: number): string =>
  Math.abs(value) < 0.1 ? value.toPrecision(2) : value < 100 ? value.toFixed(2) : value.toFixed(0);

/** File name in docs/images/bench → SVG. */
export const plotsOf = (found: readonly Measurement[]): Record<string, string> => ({
  'goals.svg': barPlot(
    'Figure against its goal (1: just met, left of it better)',
    found.map((one) => ({ name: one.name, value: goalShare(one) })),
  ),
  ...Object.fromEntries(
    found.flatMap(({ name, series }) => (series ? [[`${name}.svg`, linePlot(series)]] : [])),
  ),
});

const rowOf = (one: Measurement, committed: Ratios): string => {
  const { name, what, value, unit, goal, reference, ratio, counts } = one;
  const aim = goal.of === 'value' ? `${goal.most} ${unit}` : `ratio ${goal.most}`;
  const more = Object.entries(counts ?? {}).map(([key, count]) => `${key}: ${count}`);
  const kept = Object.hasOwn(committed, name) ? number(committed[name] ?? 0) : 'none';
  return `| \`${name}\` | ${what}${more.length > 0 ? ` (${more.join(', ')})` : ''} | ${number(value)} ${unit} | ${reference.what}: ${number(reference.value)} ${unit} | ${number(ratio)} (${kept}) | ${aim}, ${goal.why}: ${misses(one) ? '**missed**' : 'met'} |`;
};

export const pageOf = (found: readonly Measurement[], committed: Ratios, machine: Machine): string => {
  const plots = found.flatMap(({ name, series }) =>
    series ? [`![${series.title}](images/bench/${name}.svg)`] : [],
  );
  return `# Bench

Made by \`npx frise bench --page\` on ${machine.date}: ${machine.processors}, software GL, load ${machine.loads[0].toFixed(1)} at the beginning and ${machine.loads[1].toFixed(1)} at the end. Each figure stands beside a peer or a limit of the same run, since machines differ and are noisy: the ratio is what can be compared. In brackets the ratio that is committed; a run that is over 1.5 times it fails, one over 1.2 times says so.

![Figures against their goals](images/bench/goals.svg)

| | what | figure | against | ratio (committed) | goal |
| --- | --- | --- | --- | --- | --- |
${found.map((one) => rowOf(one, committed)).join('\n')}

${plots.join('\n\n')}
`;
};
