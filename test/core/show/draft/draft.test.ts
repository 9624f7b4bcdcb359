import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '../../../../core/show/edit.ts';
import { editBetween } from '../../../../core/show/edit-between.ts';
import { draftChanges } from '../../../../core/show/draft/changes.ts';
import { rebase } from '../../../../core/show/draft/rebase.ts';
import { serialise } from '../../../../core/show/serialise.ts';
import type { DocumentEdit } from '../../../../core/show/document.ts';
import type { ShowDocument } from '../../../../core/show/show.schema.ts';
import { makeDocument } from '../../../support/core/show.ts';

const base = makeDocument();
type Fields = Record<string, unknown>;
const edited = (document: ShowDocument, edit: Partial<DocumentEdit>): ShowDocument => {
  const done = applyEdit(document, { label: '', put: {}, remove: [], order: {}, ...edit });
  if (!done.ok) throw new Error(done.message);
  return done.value.document;
};
const put = (document: ShowDocument, id: string, fields: Fields): ShowDocument =>
  edited(document, { put: { [id]: { ...Object(document.records[id]), ...fields } } });
const rebased = (programme: ShowDocument, draft: ShowDocument) => {
  const { edit, conflicts } = rebase(base, programme, draft, 'fix');
  return { document: edited(draft, edit), conflicts, edit };
};

describe('the list of changes', () => {
  it('names each record, its fields and who changed it', () => {
    const draft = edited(put(put(base, 'clip:base', { parameters: { colour: '#ff0000' } }), 'cue:q2', { at: null }), {
      put: { 'clip:new': { name: 'Steam', layer: 'solid', start: 0, duration: 1 } },
      remove: ['clip:flash'],
      order: { 'track:main': ['clip:base', 'clip:new'], 'track:sting': [] },
    }); // prettier-ignore
    expect(draftChanges(base, draft, { 'clip:base': 'device:iPad', 'clip:new': 'console:a' })).toEqual([
      { id: 'clip:base', kind: 'clip', name: 'base', what: 'changed', fields: ['parameters.colour'], by: 'device:iPad' },
      { id: 'clip:flash', kind: 'clip', name: 'flash', what: 'removed', fields: [], by: null },
      { id: 'clip:new', kind: 'clip', name: 'Steam', what: 'added', fields: [], by: 'console:a' },
      { id: 'cue:q2', kind: 'cue', name: '2 Effet 2', what: 'changed', fields: ['at'], by: null },
    ]); // prettier-ignore
  });
  it('names a list that was only sorted anew, and nothing where nothing is', () => {
    const turned = edited(base, { order: { 'timeline:main': ['track:sound', 'track:main'] } });
    expect(draftChanges(base, turned)).toMatchObject([{ id: 'timeline:main', what: 'ordered' }]);
    expect(draftChanges(base, base)).toEqual([]);
  });
});

describe('a fix in the programme', () => {
  it('comes into the draft, beside its own changes of the same record', () => {
    const draft = put(base, 'clip:base', { opacity: 0.5 });
    const { document, conflicts } = rebased(put(base, 'clip:base', { duration: 90 }), draft);
    expect(document.records['clip:base']).toMatchObject({ opacity: 0.5, duration: 90 });
    expect(conflicts).toEqual([]);
  });
  it('merges parameters one by one', () => {
    const first = put(base, 'clip:base', { parameters: { colour: '#ffffff', glow: 1 } });
    const draft = put(base, 'clip:base', { parameters: { colour: '#ff0000' } });
    expect(rebased(first, draft).document.records['clip:base']).toMatchObject({
      parameters: { colour: '#ff0000', glow: 1 },
    });
  });
  it('leaves the draft where both changed the same field, and says so', () => {
    const draft = put(base, 'clip:base', { opacity: 0.5 });
    const { document, conflicts } = rebased(put(base, 'clip:base', { opacity: 0.7 }), draft);
    expect(document.records['clip:base']).toMatchObject({ opacity: 0.5 });
    expect(conflicts).toEqual([{ id: 'clip:base', field: 'opacity' }]);
  });
  it('keeps a clip that the draft changed and the programme took out, in its track', () => {
    const programme = edited(base, { remove: ['clip:flash'], order: { 'track:sting': [] } });
    const { document, conflicts } = rebased(programme, put(base, 'clip:flash', { opacity: 0.5 }));
    expect(document.order['track:sting']).toEqual(['clip:flash']);
    expect(conflicts).toEqual([{ id: 'clip:flash', field: '' }]);
  });
  it('takes out and brings in what the draft has not touched', () => {
    const programme = edited(base, {
      put: { 'clip:new': { layer: 'solid', start: 50, duration: 1 } },
      remove: ['clip:flash'],
      order: { 'track:main': ['clip:base', 'clip:new'], 'track:sting': [] },
    });
    const draft = edited(base, {
      put: { 'clip:own': { layer: 'solid', start: 10, duration: 1 } },
      order: { 'track:main': ['clip:own', 'clip:base'] },
    });
    const { document } = rebased(programme, draft);
    expect(document.order['track:main']).toEqual(['clip:own', 'clip:base', 'clip:new']);
    expect(document.order['track:sting']).toEqual([]);
    expect(document.records['clip:flash']).toBeUndefined();
  });
});

describe('any fix over any draft', () => {
  const ids = ['clip:base', 'clip:song', 'clip:flash', 'cue:q2', 'track:main'];
  const field = fc.constantFrom('name', 'opacity', 'muted');
  const change = fc.tuple(fc.constantFrom(...ids), field, fc.integer({ min: 0, max: 3 }));
  const all = (changes: [string, string, number][]): ShowDocument =>
    changes.reduce((document, [id, key, value]) => put(document, id, { [key]: value }), base);

  test.prop([fc.array(change, { maxLength: 6 }), fc.array(change, { maxLength: 6 })])(
    'loses neither: each field is the draft’s where it changed it, else the programme’s',
    (fixes, changes) => {
      const [programme, draft] = [all(fixes), all(changes)];
      const { document } = rebased(programme, draft);
      for (const id of ids)
        for (const key of ['name', 'opacity', 'muted']) {
          const of = (one: ShowDocument): unknown => Object(one.records[id])[key];
          expect(of(document)).toEqual(of(draft) === of(base) ? of(programme) : of(draft));
        }
    },
  );
  test.prop([fc.array(change, { maxLength: 6 }), fc.array(change, { maxLength: 6 })])(
    'does nothing the second time, and taking it makes the programme the draft',
    (fixes, changes) => {
      const [programme, draft] = [all(fixes), all(changes)];
      const once = rebased(programme, draft).document;
      expect(serialise(rebased(programme, once).document)).toBe(serialise(once));
      expect(serialise(edited(programme, editBetween(programme, once, 'take')))).toBe(serialise(once));
    },
  );
});
