import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdit } from '../../../../core/show/edit.ts';
import { openDocument, validate } from '../../../../core/show/open.ts';
import { serialise } from '../../../../core/show/serialise.ts';
import type { ShowDocument } from '../../../../core/show/show.schema.ts';
import { copyClips, duplicateClips, pasteClips } from '../../../../core/show/timeline-edit/copy.ts';
import { moveClips } from '../../../../core/show/timeline-edit/move.ts';
import { deleteClips, rippleDelete } from '../../../../core/show/timeline-edit/remove.ts';
import { splitClips } from '../../../../core/show/timeline-edit/split.ts';
import { moveTrack, muteTrack } from '../../../../core/show/timeline-edit/tracks.ts';
import { trimClip } from '../../../../core/show/timeline-edit/trim.ts';
import { context } from '../folder.ts';
import { board3, boardIn } from './show.ts';

const KINDS = [
  'move',
  'in',
  'out',
  'split',
  'delete',
  'ripple',
  'duplicate',
  'paste',
  'mute',
  'order',
] as const;
const operation = fc.record({
  kind: fc.constantFrom(...KINDS),
  picks: fc.array(fc.nat(30), { minLength: 1, maxLength: 3 }),
  seconds: fc.double({ min: -25, max: 25, noNaN: true }),
  tracks: fc.integer({ min: -3, max: 3 }),
});
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

const done = (document: ShowDocument, { kind, picks, seconds, tracks }: Operation) => {
  const board = boardIn(document);
  const all = board.tracks.flatMap(({ clips }) => clips.map(({ id }) => id));
  const ids = new Set(picks.flatMap((pick) => all[pick % Math.max(1, all.length)] ?? []));
  const [first = ''] = ids;
  const time = Math.abs(seconds);
  switch (kind) {
    case 'move':
      return moveClips(document, board, ids, { seconds, tracks });
    case 'in':
    case 'out':
      return trimClip(document, board, first, kind, time);
    case 'split':
      return splitClips(document, board, ids, time);
    case 'delete':
      return deleteClips(document, board, ids);
    case 'ripple':
      return rippleDelete(document, board, ids);
    case 'duplicate':
      return duplicateClips(document, board, ids);
    case 'paste': {
      const copied = copyClips(board, ids);
      return copied.ok ? pasteClips(document, board, copied.value, time) : copied;
    }
    case 'mute':
      return muteTrack(document, 'track:mid', seconds > 0);
    case 'order':
      return moveTrack(document, board, 'track:low', tracks);
    default:
      return kind satisfies never;
  }
};

it('whatever is done to a sound document, nothing can be said against it, and each step is taken back whole', () => {
  expect(validate(board3, context)).toEqual([]);
  fc.assert(
    fc.property(fc.array(operation, { minLength: 1, maxLength: 14 }), (operations) => {
      let document = board3;
      for (const each of operations) {
        const edit = done(document, each);
        if (!edit.ok) continue;
        const { label, put, remove, order } = edit.value;
        const edited = applyEdit(document, { label, put, remove, order });
        if (!edited.ok) throw new Error(edited.message);
        const back = applyEdit(edited.value.document, edited.value.diff.before);
        expect(back.ok && back.value.document).toEqual(document);
        document = edited.value.document;
        expect(validate(document, context)).toEqual([]);
      }
      const opened = openDocument(serialise(document), 'frise-show', context);
      expect(opened.ok && opened.value.repaired).toEqual([]);
    }),
    { numRuns: 250 },
  );
});
