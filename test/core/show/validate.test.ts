import { describe, expect, it } from 'vitest';
import { validate } from '../../../core/show/open.ts';
import type { DocumentOf, EditableFormat } from '../../../core/show/parse.ts';
import { context, smallFacade, smallRig, smallShow, withRecord } from './folder.ts';

type Row = [id: string, fields: Record<string, unknown> | null, problem: string];

/** Each row breaks one record of a sound document, and exactly this is said. */
const check = (document: DocumentOf<EditableFormat>, rows: Row[]) =>
  it.each(rows)('%s %j: %s', (id, fields, expected) => {
    const broken = withRecord(document, id, fields && ((record) => ({ ...record, ...fields })));
    expect(validate(broken, context).map(({ code, path }) => `${code} ${path}`)).toEqual(
      expected.split(' + '),
    );
  });

const name = { fr: 'x', en: 'x' };
const beat = (more: Record<string, unknown> = {}) => ({ source: { kind: 'beat' }, ...more });
const at = (position: number) => ({ timeline: 'timeline:main', position });
const action = (verb: string, args: Record<string, unknown> = {}) => ({ actions: [{ verb, args }] });

describe('records of a show', () => {
  check(smallShow, [
    ['track:Bad', { name: 'x' }, 'record-id track:Bad + order-missing track:Bad'],
    ['lamp:a', {}, 'record-kind lamp:a'],
    ['clip:dawn', { start: -1 }, 'record-shape clip:dawn.start'],
    ['clip:dawn', { fadein: 1 }, 'record-key clip:dawn.fadein'],
    ['cue:noon', { number: '1,5' }, 'record-shape cue:noon.number'],
    ['show:other', { ...(smallShow.records['show:small'] as object) }, 'root-count show:other'],
    ['media:tone', { path: '../tone.wav' }, 'path-outside media:tone.path'],
    ['media:tone', { path: '/etc/passwd' }, 'path-outside media:tone.path'],
    ['media:tone', { path: 'C:\\tone.wav' }, 'path-outside media:tone.path'],
    ['media:tone', { hash: 'abc' }, 'media-hash media:tone.hash'],
    ['show:small', { defaultRig: '../rig.json' }, 'path-outside show:small.defaultRig'],
  ]);
});

describe('clips', () => {
  check(smallShow, [
    ['clip:day', { start: 9.5 }, 'clip-overlap clip:day'],
    ['clip:dawn', { start: 40 }, 'clip-order clip:day'],
    ['clip:dawn', { layer: 'hologram' }, 'layer-unknown clip:dawn.layer'],
    ['clip:dawn', { parameters: { level: 2 } }, 'layer-parameter clip:dawn.parameters.level'],
    ['clip:dawn', { parameters: { levle: 1 } }, 'layer-parameter clip:dawn.parameters.levle'],
    ['clip:dawn', { layer: 'image', parameters: { media: 'media:no' } }, 'clip-media clip:dawn.parameters'],
    ['clip:tone', { parameters: {} }, 'layer-parameter clip:tone.parameters.media'],
    ['clip:tone', { parameters: { media: 'media:no' } }, 'clip-media clip:tone.parameters'],
    ['media:tone', null, 'clip-media clip:tone.parameters'],
    ['clip:dawn', { follow: { size: beat() } }, 'follow-parameter clip:dawn.follow.size'],
    ['clip:tone', { follow: { gain: beat() } }, 'follow-parameter clip:tone.follow'],
    ['clip:dawn', { follow: { level: beat({ to: [0, 7] }) } }, 'follow-value clip:dawn.follow.level.to'],
    [
      'clip:dawn',
      { parameters: {}, keyframes: {}, follow: { level: beat({ mix: 'multiply', to: [0, 7] }) } },
      'follow-value clip:dawn.follow.level.mix',
    ],
    [
      'clip:dawn',
      { follow: { opacity: { source: { kind: 'sound', clip: 'clip:day' } } } },
      'follow-clip clip:dawn.follow.opacity.source.clip',
    ],
    ['clip:day', { region: { elements: ['column', 'dome'] } }, 'region-element clip:day.region.elements.1'],
    [
      'clip:dawn',
      { keyframes: { size: [{ at: 0, value: 1 }] } },
      'keyframe-parameter clip:dawn.keyframes.size',
    ],
    [
      'clip:dawn',
      { keyframes: { level: [{ at: 0, value: 7 }] } },
      'keyframe-value clip:dawn.keyframes.level.0.value',
    ],
    [
      'clip:dawn',
      { keyframes: { opacity: [{ at: 0, value: 2 }] } },
      'keyframe-value clip:dawn.keyframes.opacity.0.value',
    ],
    [
      'clip:dawn',
      {
        keyframes: {
          level: [
            { at: 2, value: 1 },
            { at: 1, value: 0 },
          ],
        },
      },
      'keyframe-order clip:dawn.keyframes.level.1',
    ],
  ]);

  const blur = { id: 'soft', type: 'blur', parameters: { radius: 1 } };
  const masked = (by: string | null) => ({ id: 'mask', type: 'mask', parameters: { clip: by } });
  check(smallShow, [
    ['clip:dawn', { effects: [{ ...blur, type: 'hologram' }] }, 'effect-unknown clip:dawn.effects.0.type'],
    ['clip:dawn', { effects: [blur, blur] }, 'effect-id clip:dawn.effects.1.id'],
    ['clip:dawn', { effects: [{ ...blur, id: 'a.b' }] }, 'record-shape clip:dawn.effects.0.id'],
    [
      'clip:dawn',
      { effects: [{ ...blur, parameters: { radius: -1 } }] },
      'effect-parameter clip:dawn.effects.0.parameters.radius',
    ],
    [
      'clip:dawn',
      { effects: [{ ...blur, parameters: { radus: 1 } }] },
      'effect-parameter clip:dawn.effects.0.parameters.radus',
    ],
    ['clip:tone', { effects: [blur] }, 'effect-layer clip:tone.effects'],
    ['clip:dawn', { effects: [masked(null)] }, 'effect-mask clip:dawn.effects.0.parameters'],
    ['clip:dawn', { effects: [masked('clip:no')] }, 'effect-mask clip:dawn.effects.0.parameters.clip'],
    ['clip:dawn', { effects: [masked('clip:tone')] }, 'effect-mask clip:dawn.effects.0.parameters.clip'],
    ['clip:dawn', { effects: [masked('clip:dawn')] }, 'effect-mask clip:dawn.effects.0.parameters.clip'],
    [
      'clip:dawn',
      { effects: [{ id: 'mask', type: 'mask', parameters: { elements: ['dome'] } }] },
      'region-element clip:dawn.effects.0.parameters.elements.0',
    ],
    [
      'clip:dawn',
      { effects: [blur], keyframes: { 'soft.size': [{ at: 0, value: 1 }] } },
      'keyframe-parameter clip:dawn.keyframes.soft.size',
    ],
    [
      'clip:dawn',
      { keyframes: { 'soft.radius': [{ at: 0, value: 1 }] } },
      'keyframe-parameter clip:dawn.keyframes.soft.radius',
    ],
    [
      'clip:dawn',
      { effects: [blur], keyframes: { 'soft.radius': [{ at: 0, value: -2 }] } },
      'keyframe-value clip:dawn.keyframes.soft.radius.0.value',
    ],
    [
      'clip:dawn',
      { effects: [blur], follow: { 'more.radius': beat() } },
      'follow-parameter clip:dawn.follow.more.radius',
    ],
  ]);
  it('with effects, keys of them and a mask by a neighbour are sound', () => {
    const worked = withRecord(smallShow, 'clip:dawn', (clip) => ({
      ...clip,
      effects: [blur, masked('clip:day')],
      keyframes: { 'soft.radius': [{ at: 0, value: 1 }] },
      follow: { 'mask.amount': beat() },
    }));
    expect(validate(worked, context)).toEqual([]);
  });

  it('may touch', () => {
    const touching = withRecord(smallShow, 'clip:day', (clip) => ({ ...clip, start: 0.1 + 0.2 }));
    const before = withRecord(touching, 'clip:dawn', (clip) => ({ ...clip, start: 0, duration: 0.3 + 1e-9 }));
    expect(validate(before, context)).toEqual([]);
  });
});

describe('cues', () => {
  check(smallShow, [
    ['cue:noon', { number: '01.0' }, 'cue-number-double cue:opening.number'],
    ['cue:noon', { at: at(61) }, 'cue-position cue:noon.at.position'],
    ['cue:noon', { at: { timeline: 'timeline:no', position: 0 } }, 'cue-timeline cue:noon.at.timeline'],
    ['cue:noon', { at: at(10) }, 'cue-loop-from cue:noon.arrive.from'],
    ['cue:sting', { arrive: { kind: 'hold' } }, 'cue-arrive-place cue:sting.arrive'],
    ['cue:noon', { follow: { after: 1, cue: 'cue:no' } }, 'cue-follow cue:noon.follow.cue'],
    ['cue:noon', { follow: { after: 0, cue: 'cue:noon' } }, 'cue-follow-circle cue:noon.follow.cue'],
    ['timeline:main', { tempo: [] }, 'cue-quantise cue:noon.quantise'],
    ['show:small', { main: 'timeline:sting' }, 'cue-none show:small'],
    ['show:small', { main: 'timeline:no' }, 'show-main show:small.main + cue-none show:small'],
  ]);

  it.each([
    ['cue:noon', { at: at(60) }],
    ['cue:noon', { follow: { after: 2, cue: 'cue:noon' } }],
    ['cue:opening', { disarmed: true }],
    ['cue:new', { number: '1.2', name, at: at(20) }],
    ['cue:new', { number: '9', name, arrive: { kind: 'pass' } }],
  ])('%s %j is allowed', (id, fields) => {
    expect(
      validate(
        withRecord(smallShow, id, (record) => ({ ...record, ...fields })),
        context,
      ),
    ).toEqual([]);
  });
});

describe('verbs of cues and triggers', () => {
  check(smallShow, [
    ['cue:sting', action('explode'), 'verb-unknown cue:sting.actions.0.verb'],
    ['cue:sting', action('document/edit'), 'verb-not-allowed cue:sting.actions.0.verb'],
    ['cue:sting', action('master', { level: 3 }), 'verb-args cue:sting.actions.0.args.level'],
    ['cue:sting', action('timeline/start', { id: 'no' }), 'verb-target cue:sting.actions.0.args.id'],
    [
      'cue:sting',
      action('clip/set', { id: 'no', param: 'level', value: 1 }),
      'verb-target cue:sting.actions.0.args.id',
    ],
    [
      'cue:sting',
      action('clip/set', { id: 'dawn', param: 'levle', value: 1 }),
      'verb-target cue:sting.actions.0.args.param',
    ],
    ['cue:sting', action('cue/go', { cue: '77' }), 'verb-target cue:sting.actions.0.args.cue'],
    [
      'cue:sting',
      { actions: [], variants: [[], [{ verb: 'explode', args: {} }]] },
      'verb-unknown cue:sting.variants.1.0.verb',
    ],
    ['trigger:desk', { verb: 'explode' }, 'verb-unknown trigger:desk.verb'],
    ['trigger:desk', { args: { cue: '$cue', speed: 1 } }, 'verb-args trigger:desk.args'],
    ['trigger:desk', { args: { cue: '$cue', fade: -1 } }, 'verb-args trigger:desk.args.fade'],
    ['trigger:desk', { args: {} }, 'verb-args trigger:desk.args.cue'],
    [
      'timeline:sting',
      null,
      'order-owner order.timeline:sting + order-missing track:flash + verb-target cue:sting.actions.0.args.id',
    ],
  ]);
});

describe('façade and rig', () => {
  check(smallFacade, [
    ['element:wall', { plane: 'plane:no' }, 'facade-plane element:wall.plane'],
    ['element:wall', { outline: 'M 0 0 L 1 x Z' }, 'facade-outline element:wall.outline'],
    ['element:wall', { outline: 'M 0 0 L 1 1 L 2 0' }, 'facade-outline element:wall.outline'],
    ['element:column-1', { details: ['M 0 0 L 1 1', 'L 1 1'] }, 'facade-detail element:column-1.details.1'],
    ['element:door', { ...(smallFacade.records['element:wall'] as object) }, 'order-missing element:door'],
  ]);
  const right = smallRig.records['output:right'] as { warp: object };
  check(smallRig, [
    ['output:right', { warp: { ...right.warp, columns: 3 } }, 'rig-grid output:right.warp.points'],
    ['output:right', { region: { x: 1080, y: 0, width: 5, height: 5 } }, 'rig-region output:right.region'],
    ['output:right', { name: 'Left' }, 'rig-name output:right.name'],
    ['output:right', { latencyMs: 5000 }, 'record-shape output:right.latencyMs'],
    ['output:right', null, 'order-dangling order.rig:one.1'],
  ]);
});

describe('order', () => {
  it('names entries that dangle or stand twice', () => {
    const order = {
      ...smallShow.order,
      'track:sound': ['clip:tone', 'clip:gone', 'clip:tone', 'track:flash'],
    };
    expect(validate({ ...smallShow, order }, context).map(({ code, path }) => `${code} ${path}`)).toEqual([
      'order-dangling order.track:sound.1',
      'order-double order.track:sound.2',
      'order-dangling order.track:sound.3',
      'clip-overlap clip:tone',
    ]);
  });
});
