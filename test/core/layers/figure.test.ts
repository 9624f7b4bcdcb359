import { describe, expect, it } from 'vitest';
import { figureMotion, figureSchema } from '../../../core/layers/figure.ts';
import { balanced, cardOf, type CardLine } from '../../../core/layers/figure-layout.ts';

const wide = (text: string): number => text.length;
describe('words of a card', () => {
  it.each([
    ['one line where it fits', 'Zénobe Gramme', 20, ['Zénobe Gramme']],
    ['as evenly as it goes', 'Louis Ducos du Hauron', 19, ['Louis Ducos', 'du Hauron']],
    ['a given break is kept', 'Marie\nCurie', 50, ['Marie', 'Curie']],
    ['one long word stays whole', 'Skłodowska-Curie', 5, ['Skłodowska-Curie']],
    ['a no-break space holds', 'un\u00a0: deux', 5, ['un\u00a0:', 'deux']],
  ])('%s', (_name, text, room, lines) => {
    expect(balanced(text, room, 2, wide)).toEqual(lines);
  });
  it('takes no more lines than it may', () => {
    expect(balanced('a b c', 2, 1, wide)).toEqual(['a b c']);
    expect(balanced('a\nb\nc', 9, 2, wide)).toEqual(['a', 'b']);
  });
});

const lines: CardLine[] = [
  { part: 'name', text: 'A', size: 2, width: 12 },
  { part: 'dates', text: '1', size: 1, width: 6 },
  { part: 'role', text: 'b', size: 1, width: 8 },
];
const card = (over: Record<string, unknown>, hasEmblem = true, list = lines) =>
  cardOf(figureSchema.parse({ size: 2, ...over }), list, hasEmblem);

describe('a card', () => {
  it('stands about its middle, its parts inside its box', () => {
    for (const layout of ['beside', 'above', 'words'])
      for (const align of ['left', 'centre', 'right']) {
        const { box, emblem, rule, lines: placed } = card({ layout, align });
        expect(box.y).toBeCloseTo(-box.height / 2);
        expect(emblem === null).toBe(layout === 'words');
        const parts = [
          emblem,
          rule,
          ...placed.map(({ x, y, width, size }) => ({ x, y, width, height: size })),
        ];
        const outside = parts.filter(
          (part) =>
            part &&
            (part.x < box.x - 1e-9 ||
              part.x + part.width > box.x + box.width + 1e-9 ||
              part.y < box.y - 1e-9 ||
              part.y + part.height > box.y + box.height + 1e-9),
        );
        expect(outside).toEqual([]);
      }
  });
  it('no part lies on another', () => {
    const { emblem, rule, lines: placed } = card({});
    expect(placed[0]!.y).toBeGreaterThan(rule!.y + rule!.height);
    expect(rule!.y).toBeGreaterThan(placed[1]!.y + placed[1]!.size);
    expect(placed[1]!.y).toBeGreaterThan(placed[2]!.y + placed[2]!.size);
    expect(emblem!.x + emblem!.width).toBeLessThan(placed[0]!.x);
  });
  it('a name alone has no rule', () => {
    expect(card({}, false, lines.slice(0, 1))).toMatchObject({ rule: null, emblem: null });
  });
  it('comes after its start and goes before its end', () => {
    const p = figureSchema.parse({ enter: 2, leave: 1 });
    const at = (position: number) => figureMotion(p, { position, free: 0, duration: 10 });
    expect([at(0), at(1), at(5), at(9.5), at(10)]).toEqual([
      { come: 0, gone: 0 },
      { come: 0.5, gone: 0 },
      { come: 1, gone: 0 },
      { come: 1, gone: 0.5 },
      { come: 1, gone: 1 },
    ]);
    expect(
      figureMotion(figureSchema.parse({ leave: 0, enter: 0 }), { position: 0, free: 0, duration: 1 }),
    ).toEqual({
      come: 1,
      gone: 0,
    });
  });
});
