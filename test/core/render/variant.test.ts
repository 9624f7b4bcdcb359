import { describe, expect, it } from 'vitest';
import { variedShow } from '../../../core/render/variant.ts';
import { makeDocument } from '../../support/core/show.ts';

const document = makeDocument();
const recordOf = (variant: string | null) => {
  const varied = variedShow(document, variant);
  return varied.ok ? varied.value.records['show:test'] : varied;
};

describe('a variant', () => {
  it('is the document itself where none is asked for', () =>
    expect(variedShow(document, null)).toEqual({ ok: true, value: document }));
  it.each([
    ['full', { flashes: 'full', main: 'timeline:main' }],
    ['no-flash', { flashes: 'soft', main: 'timeline:main' }],
    ['other', { main: 'timeline:other' }],
    ['other+no-flash', { flashes: 'soft', main: 'timeline:other' }],
    ['no-flash+other', { flashes: 'soft', main: 'timeline:other' }],
  ])('%s is %j', (variant, record) => expect(recordOf(variant)).toMatchObject(record));
  it.each(['', 'loud', 'other+main', 'no-flash+loud'])('%j is refused, with what there is', (variant) =>
    expect(recordOf(variant)).toMatchObject({
      ok: false,
      code: 'variant-unknown',
      message: expect.stringContaining('full, no-flash, main, other, sting'),
    }),
  );
  it('changes nothing else, and never the document', () => {
    const before = structuredClone(document);
    const varied = variedShow(document, 'no-flash');
    expect(document).toEqual(before);
    expect(varied.ok && varied.value.records['clip:base']).toBe(document.records['clip:base']);
  });
});
