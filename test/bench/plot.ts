import type { Series } from './measure.ts';

/** Small plots as SVG text: no library, no script, the same bytes for the same figures. */
const WIDTH = 480;
const ink = '#6b7280';
const mark = '#2f7dd1';
const far = '#c2410c';

const text = (x: number, y: number, words: string, anchor = 'start', size = 12): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" font-size="${size}">${words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')}</text>`;
const svg = (height: number, title: string, inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" font-family="sans-serif" fill="${ink}"><title>${title}</title>${inside}</svg>\n`;

const shown = (value: number): string =>
  value === 0 ? '0' : value < 0.1 ? value.toPrecision(1) : value < 10 ? value.toFixed(1) : value.toFixed(0);

/** A line with its points; both axes begin at 0. */
export const linePlot = ({ title, x, y, points }: Series): string => {
  const height = 240;
  const box = { left: 56, right: WIDTH - 16, top: 34, bottom: height - 40 };
  const most = {
    x: Math.max(...points.map(([at]) => at)),
    y: Math.max(1e-9, ...points.map(([, value]) => value)),
  };
  const placeX = (value: number): number => box.left + (value / most.x) * (box.right - box.left);
  const placeY = (value: number): number => box.bottom - (value / most.y) * (box.bottom - box.top);
  const grid = [0, 0.5, 1].map((share) => {
    const at = placeY(share * most.y);
    return `<path d="M${box.left} ${at.toFixed(1)}H${box.right}" stroke="${ink}" stroke-opacity="0.3"/>${text(box.left - 6, at + 4, shown(share * most.y), 'end')}`;
  });
  const marks = points.length <= 12 ? points : [];
  const labels = (marks.length > 0 ? marks.map(([at]) => at) : [0, most.x / 2, most.x]).map((at) =>
    text(placeX(at), box.bottom + 16, shown(at), 'middle'),
  );
  const path = points.map(([at, value]) => `${placeX(at).toFixed(1)} ${placeY(value).toFixed(1)}`).join('L');
  const dots = marks.map(
    ([at, value]) =>
      `<circle cx="${placeX(at).toFixed(1)}" cy="${placeY(value).toFixed(1)}" r="3" fill="${mark}"/>`,
  );
  return svg(
    height,
    title,
    [
      text(box.left, 20, `${title}, ${y}`, 'start', 13),
      ...grid,
      ...labels,
      text(box.right, height - 6, x, 'end'),
      `<path d="M${path}" fill="none" stroke="${mark}" stroke-width="2"/>`,
      ...dots,
    ].join(''),
  );
};

/** A bar each, against a line at 1 on a logarithmic axis: left of it is better. */
export const barPlot = (title: string, bars: readonly { name: string; value: number }[]): string => {
  const row = 22;
  const height = 52 + bars.length * row;
  const [left, right] = [150, WIDTH - 56];
  const logs = bars.map(({ value }) => Math.log10(Math.max(1e-4, value)));
  const [least, most] = [Math.min(-1, ...logs), Math.max(1, ...logs)];
  const place = (log: number): number => left + ((log - least) / (most - least)) * (right - left);
  const one = place(0);
  const lines = bars.map(({ name, value }, index) => {
    const y = 40 + index * row;
    const end = place(logs[index] ?? 0);
    const [from, to] = [Math.min(one, end), Math.max(one, end)];
    return [
      text(left - 8, y + 11, name, 'end'),
      `<rect x="${from.toFixed(1)}" y="${y}" width="${Math.max(1, to - from).toFixed(1)}" height="14" fill="${value > 1 ? far : mark}"/>`,
      text(to + 5, y + 11, value < 0.1 ? value.toPrecision(2) : value.toFixed(2)),
    ].join('');
  });
  const axis = `<path d="M${one.toFixed(1)} 32V${height - 14}" stroke="${ink}"/>`;
  return svg(height, title, [text(8, 20, title, 'start', 13), axis, ...lines].join(''));
};
