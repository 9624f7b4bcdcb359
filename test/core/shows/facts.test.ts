import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { EVENTS, FIGURES, readingTime } from '../../../shows/usine-extraordinaire/build/show/facts.mjs';

/**
 * Nothing is claimed on the façade that was not found: every text of the document beside the show's own copy of the
 * facts (facts.json, with how sure each is), every word beside the words that were checked (spelling.json).
 */
const folder = join(import.meta.dirname, '../../../shows/usine-extraordinaire');
const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'));
const said = { status: z.string(), source: z.string(), fr: z.string(), en: z.string() };
const facts = z
  .object({
    events: z.array(z.object({ year: z.string(), ...said })),
    figures: z.array(z.object({ name: z.string(), life: z.string(), ...said })),
  })
  .parse(json('facts.json'));
const words = z.object({ fr: z.string(), en: z.string() });
const textClip = z.object({
  layer: z.literal('text'),
  parameters: z.object({ text: z.union([z.string(), words]) }),
});
const { records } = z.object({ records: z.record(z.string(), z.unknown()) }).parse(json('show.json'));
const texts = Object.entries(records).flatMap(([id, record]) => {
  const clip = textClip.safeParse(record);
  if (!clip.success) return [];
  const { text } = clip.data.parameters;
  return [{ id: id.replace(/^clip:/, ''), ...(typeof text === 'string' ? { fr: text, en: text } : text) }];
});
const of = (kind: string) => texts.filter(({ id }) => id.startsWith(`${kind}-`));
/** As it is said, whatever the lines and the typesetter's marks. */
const plain = (text: string): string =>
  text.replaceAll('’', "'").replaceAll(/[“”]/g, '"').replaceAll(/\s+/g, ' ').trim();
/** V found in a source, K known, V~ disputed and worded around it; what stands in brackets is about details. */
const ALLOWED = /^(?:V~?|K)(?: \([^)]*\))?$/;
const grade = (status: string): string => status.replace(/ \(.*/, '');

describe('what the show claims', () => {
  it.each(Object.entries(EVENTS))(
    'event %s is in the facts, word for word, as sure as it says',
    (_key, event) => {
      const found = facts.events.filter(
        ({ year, fr, en }) =>
          year === event.year && plain(fr) === plain(event.fr) && plain(en) === plain(event.en),
      );
      expect(found).toHaveLength(1);
      expect(found[0]?.status).toMatch(ALLOWED);
      expect([grade(found[0]?.status ?? ''), found[0]?.source]).toEqual([event.status, event.source]);
    },
  );
  it.each(Object.entries(FIGURES))('figure %s is in the facts; a role may be shortened', (_key, who) => {
    const found = facts.figures.filter(({ name }) => plain(name) === plain(who.name));
    expect(found).toHaveLength(1);
    const [figure] = found;
    expect(figure?.status).toMatch(ALLOWED);
    expect(grade(figure?.status ?? '')).toBe(who.status);
    expect(plain(figure?.life ?? '')).toBe(plain(who.life));
    for (const language of ['fr', 'en'] as const)
      expect(plain(figure?.[language] ?? '').toLowerCase()).toContain(plain(who[language]).toLowerCase());
  });
  it.each(of('caption').map((text) => [text.id, text] as const))(
    '%s says a fact and nothing else',
    (id, text) => {
      const event = EVENTS[id.replace('caption-', '')];
      expect([plain(text.fr), plain(text.en)]).toEqual([plain(event?.fr ?? ''), plain(event?.en ?? '')]);
    },
  );
  it.each(of('year').map((text) => [text.id, text.fr] as const))('%s is %s', (id, year) =>
    expect(year).toBe(EVENTS[id.replace('year-', '')]?.year),
  );
  it.each([...of('name'), ...of('role')].map((text) => [text.id, text] as const))(
    '%s is who and what the facts say',
    (id, text) => {
      const who = FIGURES[id.replace(/^(?:name|role)-/, '')];
      if (!who) throw new Error(`${id}: no such figure`);
      for (const language of ['fr', 'en'] as const) {
        const parts = [who.name, who.nameEn, who.life, who.lifeEn, who[language]].map((part) =>
          plain(part ?? ''),
        );
        for (const part of plain(text[language]).split(' · ')) expect(parts).toContain(part);
      }
    },
  );
  it('leaves no other words on the façade but these', () => {
    const known = /^(?:caption|year|name|role|four|word|dimension)-|^sting-.*-word$|^preset-title$/;
    expect(texts.filter(({ id }) => !known.test(id)).map(({ id }) => id)).toEqual([]);
  });
});

describe('what is written on the façade', () => {
  const checked = z.object({ fr: z.array(z.string()), en: z.array(z.string()) }).parse(json('spelling.json'));
  it.each(['fr', 'en'] as const)('has only checked words in %s', (language) => {
    const known = new Set(checked[language]);
    const found = texts.flatMap((text) =>
      [
        ...text[language]
          .normalize('NFC')
          .replaceAll('’', "'")
          .matchAll(/\p{L}[\p{L}'-]*/gu),
      ].map(([word]) => word),
    );
    expect([...new Set(found.filter((word) => !known.has(word)))]).toEqual([]);
  });
  it('uses the typographer’s apostrophe and accents on capitals', () => {
    expect(texts.filter(({ fr, en }) => /'/.test(fr + en)).map(({ id }) => id)).toEqual([]);
    expect(texts.filter(({ fr }) => /\b(?:Etat|Ecole|Electri|Ere|A l)/.test(fr)).map(({ id }) => id)).toEqual(
      [],
    );
  });
  it('has a no-break space before French double punctuation', () =>
    expect(of('caption').filter(({ fr }) => / [:;!?»]|« /.test(fr)).map(({ id }) => id)).toEqual([])); // prettier-ignore
});

describe('the short version', () => {
  const excerpt = z.object({
    layer: z.literal('excerpt'),
    start: z.number(),
    duration: z.number(),
    parameters: z.object({ offset: z.number(), without: z.array(z.string()) }),
  });
  const span = z.object({ start: z.number(), duration: z.number() });
  const parts = Object.values(records).flatMap((record) => {
    const part = excerpt.safeParse(record);
    return part.success ? [part.data] : [];
  });
  it('is ninety seconds, without a gap', () => {
    const sorted = parts.toSorted((a, b) => a.start - b.start);
    expect(sorted[0]?.start).toBe(0);
    for (const [index, part] of sorted.entries())
      expect(sorted[index + 1]?.start ?? 90).toBeLessThanOrEqual(part.start + part.duration + 1e-6);
    expect(sorted.at(-1)!.start + sorted.at(-1)!.duration).toBeCloseTo(90, 6);
  });
  it('cuts off no caption before it can be read', () => {
    const half = parts.flatMap(({ duration, parameters: { offset, without } }) =>
      [...of('caption'), ...of('name')].flatMap(({ id, fr, en }) => {
        const { start, duration: whole } = span.parse(records[`clip:${id}`]);
        const seen = Math.min(offset + duration, start + whole) - Math.max(offset, start);
        const need = Math.min(whole, readingTime(Math.max(plain(fr).length, plain(en).length)));
        return seen <= 0 || seen > need - 0.1 || without.includes(`clip:${id}`) ? [] : [id];
      }),
    );
    expect(half).toEqual([]);
  });
});
