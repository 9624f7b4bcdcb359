import { describe, expect, it } from 'vitest';
import { counterSchema } from '../../../core/layers/counter.ts';
import { alphabetOf, tokensOf, type Token } from '../../../core/layers/counter-figures.ts';
import { angleOf, dialLabels, dialSchema } from '../../../core/layers/dial.ts';

const read = (tokens: Token[]): string =>
  tokens
    .filter(({ strength }) => strength > 0)
    .map((token) => ('sign' in token ? token.sign : String(Math.round(token.figure) % 10)))
    .join('');
const shown = (over: Record<string, unknown>, at = 1, language: 'fr' | 'en' = 'fr') =>
  tokensOf(counterSchema.parse({ over: 1, ease: 'linear', ...over }), { position: at, free: 0 }, language);

describe('what a counter writes', () => {
  it.each([
    [{ to: 40_500 }, '40\u202f500', '40,500'],
    [{ to: 9057.5, decimals: 1 }, '9\u202f057,5', '9,057.5'],
    [{ to: 40_500, grouped: false }, '40500', '40500'],
    [{ kind: 'year', to: 1868 }, '1868', '1868'],
    [{ to: 7, digits: 3 }, '007', '007'],
    [{ to: -12, after: { fr: ' °C', en: ' degrees' } }, '−12 °C', '−12 degrees'],
    [{ to: 0.29, decimals: 2 }, '0,29', '0.29'],
    [{ kind: 'duration', to: 3723 }, '1:02:03', '1:02:03'],
    [{ kind: 'date', toDate: '1868-11-23' }, '23 novembre 1868', '23 November 1868'],
    [{ kind: 'date', toDate: '1900-05-01' }, '1er mai 1900', '1 May 1900'],
    [{ kind: 'date', toDate: '1900-05-01', dateStyle: 'numeric' }, '01/05/1900', '01/05/1900'],
  ])('%j', (over, fr, en) => {
    expect(read(shown(over))).toBe(fr);
    expect(read(shown(over, 1, 'en'))).toBe(en);
  });
  it.each(['number', 'date', 'duration', 'year'])('every character of a %s is set beforehand', (kind) => {
    const p = counterSchema.parse({ kind, to: 1e6, decimals: 1, over: 400, before: 'à ' });
    const times = Array.from({ length: 401 }, (_, t) => ({ position: t, free: 0 }));
    const signs = times.flatMap((time) =>
      tokensOf(p, time, 'fr').flatMap((token) => ('sign' in token ? [token.sign] : [])),
    );
    expect(signs.filter((sign) => !alphabetOf(p, 'fr').includes(sign))).toEqual([]);
    expect(signs).toContain('à');
  });
  it('a day that there is not is refused', () => {
    expect(counterSchema.safeParse({ toDate: '1900-02-30' }).error?.issues[0]?.message).toMatch(/such as/);
  });
});

describe('how figures roll', () => {
  const figures = (tokens: Token[]) =>
    tokens.flatMap((token) => ('figure' in token ? [Number(token.figure.toFixed(2))] : []));
  it('they rest, then all that turn from 9 take the next along', () => {
    const slow = { from: 1898, to: 1900, over: 200, kind: 'year' };
    expect(figures(shown({ ...slow, roll: 0.2 }, 170))).toEqual([1, 8, 9, 9]);
    expect(figures(shown({ ...slow, roll: 0.2 }, 190))).toEqual([1, 8.5, 9.5, 9.5]);
    expect(figures(shown({ ...slow, roll: 0.2 }, 200))).toEqual([1, 9, 0, 0]);
    expect(figures(shown({ ...slow, roll: 0 }, 199))).toEqual([1, 8, 9, 9]);
  });
  it('a new place comes in from a blank', () => {
    const tokens = shown({ from: 99, to: 100, over: 100, roll: 1 }, 50);
    expect(figures(tokens)).toEqual([0.5, 9.5, 9.5]);
    expect(tokens[0]).toMatchObject({ isBlank: true, strength: 1 });
  });
  it('a drum that is too fast never rests and is blurred, a slow one beside it is not', () => {
    const tokens = shown({ to: 10_000, over: 4, roll: 0.1 }, 2).filter((token) => 'figure' in token);
    expect(tokens.at(-1)).toMatchObject({ blur: 1.5 });
    expect(tokens[0]).toMatchObject({ blur: 0 });
  });
});

describe('the scale of a dial', () => {
  it('runs from end to end, and writes a closed one’s last figure only once', () => {
    const p = dialSchema.parse({ start: 90, sweep: -360, lowest: 0, highest: 12, steps: 12, labels: 3 });
    expect(dialLabels(p)).toEqual([
      { text: '0', angle: 90 },
      { text: '3', angle: 0 },
      { text: '6', angle: -90 },
      { text: '9', angle: -180 },
    ]);
    expect(dialLabels(dialSchema.parse({})).map(({ text }) => text)).toEqual([
      '1868',
      '1898',
      '1928',
      '1958',
      '1988',
      '2018',
    ]);
    expect(angleOf(dialSchema.parse({ lowest: 1, highest: 1 }), 5)).toBe(225);
  });
});
