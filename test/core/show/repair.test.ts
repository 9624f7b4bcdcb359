import { describe, expect, it } from 'vitest';
import { openParsed, openDocument, validate } from '../../../core/show/open.ts';
import { repair } from '../../../core/show/repair.ts';
import { context, smallFacade, smallRig, smallShow, withRecord } from './folder.ts';

describe('repair', () => {
  it('leaves a sound document as it is, and tells of nothing', () => {
    for (const document of [smallShow, smallFacade, smallRig]) {
      const fixed = repair(document);
      expect(fixed.repaired).toEqual([]);
      expect(fixed.document).toEqual(document);
    }
  });

  it('drops entries that dangle or stand twice, and lists of nothing', () => {
    const order = {
      ...smallShow.order,
      'track:gone': ['clip:dawn'],
      'track:sound': ['clip:tone', 'clip:gone', 'clip:tone', 'track:flash'],
    };
    const fixed = repair({ ...smallShow, order });
    expect(fixed.document.order).toEqual(smallShow.order);
    expect(fixed.repaired.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'repaired-list order.track:gone',
      'repaired-entry order.track:sound',
      'repaired-entry order.track:sound',
      'repaired-entry order.track:sound',
    ]);
  });

  it('recovers what stands in no list, muted, so that nothing appears on the wall unasked', () => {
    const { 'track:pictures': _, 'timeline:sting': __, ...order } = smallShow.order;
    const { document, repaired } = repair({ ...smallShow, order });
    expect(document.order['timeline:main']).toEqual([
      'track:pictures',
      'track:sound',
      'track:flash',
      'track:recovered',
    ]);
    expect(document.order['track:recovered']).toEqual(['clip:dawn', 'clip:day']);
    expect(document.records['track:recovered']).toMatchObject({ muted: true });
    expect(document.records['track:flash']).toMatchObject({ muted: true });
    expect(repaired.map(({ path }) => path)).toEqual(['track:flash', 'clip:dawn', 'clip:day']);
    expect(validate(document, context)).toEqual([]);
  });

  it('adds lost elements and outputs at the end of their only list', () => {
    const facade = repair({ ...smallFacade, order: { 'facade:small': ['element:column-1'] } });
    expect(facade.document.order).toEqual({ 'facade:small': ['element:column-1', 'element:wall'] });
    const rig = repair({ ...smallRig, order: {} });
    expect(rig.document.order).toEqual({ 'rig:one': ['output:left', 'output:right'] });
    expect(rig.repaired).toHaveLength(2);
  });

  it('sorts clips and keys, and says where', () => {
    const keys = [
      { at: 2, value: 1 },
      { at: 1, value: 0 },
    ];
    const shaken = withRecord(smallShow, 'clip:day', (clip) => ({ ...clip, keyframes: { level: keys } }));
    const order = { ...shaken.order, 'track:pictures': ['clip:day', 'clip:dawn'] };
    const { document, repaired } = repair({ ...shaken, order });
    expect(document.order).toEqual(smallShow.order);
    expect(document.records['clip:day']).toMatchObject({ keyframes: { level: [{ at: 1 }, { at: 2 }] } });
    expect(repaired.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'repaired-clips order.track:pictures',
      'repaired-keys clip:day.keyframes.level',
    ]);
  });

  it('is done once: a repaired document needs no more', () => {
    const { document } = repair({ ...smallShow, order: {} });
    expect(repair(document).repaired).toEqual([]);
  });

  it('fills defaults in without taking away what it does not know', () => {
    const odd = withRecord(smallShow, 'cue:sting', () => ({
      number: '50',
      name: { fr: 'x', en: 'x', de: 'y' },
      arrive: { kind: 'hold' },
    }));
    expect(repair(odd).document.records['cue:sting']).toMatchObject({
      name: { de: 'y' },
      arrive: { kind: 'hold', max: null },
      actions: [],
      guard: null,
    });
  });
});

describe('open', () => {
  it('keeps a broken record, names it, and opens the rest', () => {
    const broken = withRecord(smallShow, 'clip:day', (clip) => ({ ...clip, duration: 'long' }));
    const opened = openParsed(broken, context);
    if (!opened.ok) throw new Error(opened.message);
    expect(opened.value.problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'record-shape clip:day.duration',
    ]);
    expect(opened.value.document.records['clip:day']).toMatchObject({ duration: 'long' });
  });

  it('refuses what has no root, with the reason', () => {
    const none = openParsed(withRecord(smallShow, 'show:small', null), context);
    expect(none).toMatchObject({ ok: false, code: 'root-missing', path: 'records' });
    const broken = withRecord(smallShow, 'show:small', (show) => ({ ...show, main: 'x' }));
    expect(openParsed(broken, context)).toMatchObject({
      ok: false,
      code: 'root-missing',
      path: 'show:small.main',
    });
  });

  it('gives every reason of the text itself', () => {
    expect(openDocument('{', 'frise-rig', context)).toMatchObject({ ok: false, code: 'json-syntax' });
  });
});
