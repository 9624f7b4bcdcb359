import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { DocumentEdit, FriseDocument } from '../../../core/show/document.ts';
import { applyEdit } from '../../../core/show/edit.ts';
import { guardedEdit } from '../../../core/show/guarded-edit.ts';
import { serialise } from '../../../core/show/serialise.ts';
import { context, smallShow, withRecord } from './folder.ts';

const id = fc.constantFrom('clip:a', 'clip:b', 'clip:c', 'track:a', 'track:b', 'cue:x');
const list = fc.uniqueArray(id);
const document: fc.Arbitrary<FriseDocument> = fc.record({
  format: fc.constant('frise-show' as const),
  schema: fc.constant(1),
  records: fc.dictionary(id, fc.jsonValue(), { noNullPrototype: true }),
  order: fc.dictionary(id, list, { noNullPrototype: true }),
});
const edit: fc.Arbitrary<DocumentEdit> = fc.record({
  label: fc.string(),
  put: fc.dictionary(id, fc.jsonValue(), { noNullPrototype: true }),
  remove: fc.uniqueArray(id),
  order: fc.dictionary(id, fc.option(list), { noNullPrototype: true }),
});
/** The same edit, made to fit: only removes what is there and is not put. */
const fitting = (to: FriseDocument, { remove, ...rest }: DocumentEdit): DocumentEdit => ({
  ...rest,
  remove: remove.filter((each) => Object.hasOwn(to.records, each) && !Object.hasOwn(rest.put, each)),
});
const applied = (to: FriseDocument, change: DocumentEdit) => {
  const result = applyEdit(to, change);
  if (!result.ok) throw new Error(result.message);
  return result.value;
};

describe('applyEdit', () => {
  test.prop([document, edit])(
    'before undoes after, byte for byte, and after does it again',
    (start, wild) => {
      const text = serialise(start);
      const edited = applied(start, fitting(start, wild));
      const back = applied(edited.document, edited.diff.before);
      expect(serialise(back.document)).toBe(text);
      expect(serialise(applied(back.document, edited.diff.after).document)).toBe(serialise(edited.document));
      expect(serialise(start)).toBe(text);
    },
  );

  test.prop([document, edit])('does what it says', (start, wild) => {
    const change = fitting(start, wild);
    const { document: after } = applied(start, change);
    for (const [key, value] of Object.entries(change.put)) expect(after.records[key]).toEqual(value);
    for (const key of change.remove) expect(after.records).not.toHaveProperty([key]);
    for (const [key, value] of Object.entries(change.order)) expect(after.order[key] ?? null).toEqual(value);
  });

  it('touches nothing when it puts what stands there', () => {
    const put = { 'clip:dawn': smallShow.records['clip:dawn'] };
    const order = { 'track:sound': ['clip:tone'], 'track:none': null };
    const { diff } = applied(smallShow, { label: 'same', put, remove: [], order });
    expect(diff.after).toEqual({ label: 'same', put: {}, remove: [], order: {} });
  });

  it.each([
    ['record-id', { put: { 'Clip A': {} } }],
    ['record-missing', { remove: ['clip:none'] }],
    ['edit-contradiction', { put: { 'clip:dawn': {} }, remove: ['clip:dawn'] }],
  ])('%s', (code, part) => {
    expect(applyEdit(smallShow, { label: 'x', put: {}, remove: [], order: {}, ...part })).toMatchObject({
      code,
    });
  });
});

describe('guardedEdit', () => {
  const putClip = (fields: object): DocumentEdit => ({
    label: 'clip',
    put: { 'clip:dawn': { ...(smallShow.records['clip:dawn'] as object), ...fields } },
    remove: [],
    order: {},
  });

  it('fills the defaults in before the edit counts', () => {
    const bare: DocumentEdit = {
      label: 'x',
      put: { 'media:m': { path: 'a.png', kind: 'image' } },
      remove: [],
      order: {},
    };
    const result = guardedEdit(smallShow, bare, context, []);
    expect(result.ok && result.value.diff.after.put['media:m']).toMatchObject({ hash: null, title: '' });
  });

  it('refuses a new problem, and lets an old one be worked on and put right', () => {
    expect(guardedEdit(smallShow, putClip({ duration: 12 }), context, [])).toMatchObject({
      code: 'clip-overlap',
    });
    const old = withRecord(smallShow, 'clip:dawn', (clip) => ({ ...clip, duration: 11 }));
    const known = [{ code: 'clip-overlap', message: 'by 1 s', path: 'clip:day' }];
    expect(guardedEdit(old, putClip({ duration: 12 }), context, known).ok).toBe(true);
    expect(guardedEdit(old, putClip({ duration: 10 }), context, known)).toMatchObject({
      value: { problems: [] },
    });
    expect(guardedEdit(old, putClip({ duration: 12, opacity: 2 }), context, known)).toMatchObject({
      code: 'record-shape',
    });
  });
});
