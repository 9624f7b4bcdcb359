import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdit } from '../../../../core/show/edit.ts';
import { keysDeleted, keysEased, keysRaised } from '../../../../core/show/keys-edit/change-keys.ts';
import { copyKeys, pasteKeys } from '../../../../core/show/keys-edit/copy-keys.ts';
import { fittedTo, keyableIn, keyables } from '../../../../core/show/keys-edit/keyable.ts';
import {
  keyedAt,
  lanesEdit,
  pickCount,
  valueNow,
  type Keyed,
} from '../../../../core/show/keys-edit/lanes.ts';
import { keysMoved, keysReversed, keysStretched } from '../../../../core/show/keys-edit/retime.ts';
import { keySet } from '../../../../core/show/keys-edit/set-key.ts';
import { openDocument, validate } from '../../../../core/show/open.ts';
import { serialise } from '../../../../core/show/serialise.ts';
import type { Ease, ShowDocument } from '../../../../core/show/show.schema.ts';
import type { BoardClip } from '../../../../core/show/timeline-edit/board.ts';
import { context } from '../folder.ts';
import { at, board3 } from '../timeline-edit/show.ts';

/** Beside them a clip with effects, and one whose shader declares its own settings; both have keys of these already. */
const worked = {
  ...(board3.records['clip:b'] as object),
  effects: [
    { id: 'blur', type: 'blur', on: true, parameters: { radius: 2 } },
    { id: 'tint', type: 'colour', on: false, parameters: {} },
  ],
  keyframes: {
    'blur.radius': [
      { at: 0, value: 0, ease: 'smooth' },
      { at: 1.5, value: 4, ease: 'linear' },
    ],
    'tint.tint': [{ at: 1, value: '#ff0000', ease: 'hold' }],
  },
};
const shaded = {
  ...(board3.records['clip:c'] as object),
  layer: 'shader',
  keyframes: {
    pace: [
      { at: 0, value: 1, ease: 'in-out' },
      { at: 1, value: 0.2, ease: 'linear' },
    ],
  },
};
const first3: ShowDocument = {
  ...board3,
  records: { ...board3.records, 'clip:b': worked, 'clip:c': shaded },
};
const KINDS = ['set', 'move', 'stretch', 'reverse', 'ease', 'raise', 'delete', 'paste'] as const;
const eases = fc.oneof(
  fc.constantFrom<Ease>('hold', 'linear', 'in', 'out', 'in-out', 'smooth', 'heavy'),
  fc.tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: -2, max: 2, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: -2, max: 2, noNaN: true }),
  ) as fc.Arbitrary<Ease>,
);
const operation = fc.record({
  kind: fc.constantFrom(...KINDS),
  clip: fc.constantFrom('clip:a', 'clip:b', 'clip:c', 'clip:beat', 'clip:hum'),
  param: fc.nat(40),
  picks: fc.array(fc.nat(8), { minLength: 1, maxLength: 5 }),
  seconds: fc.double({ min: -8, max: 8, noNaN: true }),
  ease: eases,
});
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

const pickedIn = (clip: BoardClip, places: readonly number[]): Keyed => ({
  lanes: clip.keyframes,
  picks: new Map(
    Object.entries(clip.keyframes).map(([param, keys]) => [
      param,
      new Set(places.filter((place) => place < keys.length)),
    ]),
  ),
});

const done = (document: ShowDocument, { kind, clip: id, param, picks, seconds, ease }: Operation) => {
  const clip = at(document, id);
  const picked = pickedIn(clip, picks);
  const lanes = (): Keyed['lanes'] | null => {
    switch (kind) {
      case 'set': {
        const all = keyables(clip);
        const keyable = all[param % all.length]!;
        const value = valueNow(clip, keyable.param, seconds);
        if (value === undefined) return null;
        const keys = clip.keyframes[keyable.param] ?? [];
        return { ...picked.lanes, [keyable.param]: keySet(keyable, keys, seconds, fittedTo(keyable, value)) };
      }
      case 'move':
        return keysMoved(picked, seconds).lanes;
      case 'stretch':
        return keysStretched(picked, seconds, Math.abs(seconds)).lanes;
      case 'reverse':
        return keysReversed(picked).lanes;
      case 'ease':
        return keysEased(picked, ease).lanes;
      case 'raise':
        return keysRaised(picked, seconds, (each) => keyableIn(clip, each)).lanes;
      case 'delete':
        return keysDeleted(picked).lanes;
      case 'paste': {
        const copied = copyKeys(picked);
        const pasted = copied.ok ? pasteKeys(clip, clip.keyframes, copied.value, seconds, null) : copied;
        return pasted.ok ? pasted.value.lanes : null;
      }
      default:
        return kind satisfies never;
    }
  };
  const next = lanes();
  return next && lanesEdit(document, clip, kind, next, seconds);
};

it('whatever is done to keys, nothing can be said against it, and undone it is the first document to the byte', () => {
  expect(validate(first3, context)).toEqual([]);
  const first = serialise(first3);
  fc.assert(
    fc.property(fc.array(operation, { minLength: 1, maxLength: 12 }), (operations) => {
      let document = first3;
      const back = [];
      for (const each of operations) {
        const edit = done(document, each);
        if (!edit) continue;
        const edited = applyEdit(document, edit);
        if (!edited.ok) throw new Error(edited.message);
        back.push(edited.value.diff.before);
        ({ document } = edited.value);
        expect(validate(document, context)).toEqual([]);
      }
      const opened = openDocument(serialise(document), 'frise-show', context);
      expect(opened.ok && opened.value.repaired).toEqual([]);
      for (const edit of back.toReversed()) {
        const undone = applyEdit(document, edit);
        if (!undone.ok) throw new Error(undone.message);
        ({ document } = undone.value);
      }
      expect(serialise(document)).toBe(first);
    }),
    { numRuns: 200 },
  );
});

it('keys in time stay as many as they were, in order, and move by no more than they were told', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(2), { minLength: 1 }),
      fc.double({ min: 2, max: 8, noNaN: true }),
      (places, by) => {
        const clip = at(board3, 'clip:a');
        const picked = pickedIn(clip, places);
        const moved = keysMoved(picked, by);
        expect(pickCount(moved.picks)).toBe(pickCount(picked.picks));
        for (const keys of Object.values(moved.lanes))
          expect(keys.map((key) => key.at)).toEqual(keys.map((key) => key.at).sort((a, b) => a - b));
      },
    ),
  );
});

it('what keys give at a time does not depend on how many others there are', () => {
  const keys = Array.from({ length: 8000 }, (_, n) => ({
    at: n / 25,
    value: n % 7,
    ease: 'linear' as const,
  }));
  expect(keyedAt(keys, 100.02)).toBeCloseTo(Number(keyedAt(keys.slice(2490, 2510), 100.02)));
});
