import { expect, test } from 'vitest';
import { svgLines } from '../../../renderer/stage/svg-lines.ts';

const svg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${inside}</svg>`;

test('paths, forms and lines come in their order, y up, what is closed closed', () => {
  const paths = svgLines(svg('<rect x="1" y="2" width="3" height="4"/><path fill="none" d="M0 0 L5 5"/>'));
  expect(paths.map(({ isFilled }) => isFilled)).toEqual([true, false]);
  expect(paths[0]?.lines[0]).toMatchObject({ closed: true });
  expect(paths[1]?.lines[0]?.closed).toBe(false);
  expect(paths[1]?.lines[0]?.points.at(-1)).toEqual([5, -5]);
});
test('pieces of no length are left out: they would turn corners inside out', () => {
  const [path] = svgLines(svg('<path d="M0 0 L5 0 L5 0.0000001 L5 5"/>'));
  expect(path?.lines[0]?.points).toHaveLength(3);
});
test('nothing in a file is run or fetched', () => {
  const before = document.title;
  svgLines(
    svg(
      '<script>document.title = "run"</script><path d="M0 0 L1 1" onload="document.title = 1"/><image href="/gone.png"/>',
    ),
  );
  expect(document.title).toBe(before);
  expect(performance.getEntriesByName(new URL('/gone.png', location.href).href)).toEqual([]);
});
test.each([
  ['no SVG', '<html><body/></html>', /no SVG/],
  ['broken XML', '<svg><path d="', /broken/],
  ['an SVG with words alone', svg('<text>a</text>'), /no path/],
  ['one that is too large', ' '.repeat(4_000_001), /larger than 4 MB/],
])('%s is refused and says what to do', (_name, text, words) => {
  expect(() => svgLines(text)).toThrow(words);
});
