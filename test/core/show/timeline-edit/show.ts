import type { Board } from '../../../../core/show/timeline-edit/board.ts';
import { boardOf } from '../../../../core/show/timeline-edit/board.ts';
import type { DocumentEdit } from '../../../../core/show/document.ts';
import { applyEdit } from '../../../../core/show/edit.ts';
import type { ShowDocument } from '../../../../core/show/show.schema.ts';
import type { Result } from '../../../../core/result.ts';
import { smallShow } from '../folder.ts';

const clip = (start: number, duration: number, more: Record<string, unknown> = {}) => ({
  layer: 'solid',
  start,
  duration,
  ...more,
});
const clips = {
  'clip:a': clip(0, 4, {
    fadeIn: 1,
    fadeOut: 2,
    parameters: { colour: '#102030', level: 0.5 },
    keyframes: {
      level: [
        { at: 0, value: 0, ease: 'in-out' },
        { at: 3, value: 1, ease: 'smooth' },
        { at: 5, value: 0.2, ease: 'linear' },
      ],
      opacity: [
        { at: 1, value: 0, ease: [0.2, 1.8, 0.4, 1.2] },
        { at: 3.5, value: 1, ease: 'heavy' },
      ],
    },
  }),
  'clip:b': clip(6, 2),
  'clip:c': clip(8, 1.5),
  'clip:d': clip(2, 3),
  'clip:hum': clip(1, 6, { layer: 'sound', parameters: { media: 'media:tone', offset: 2 } }),
  'clip:beat': clip(9, 3, {
    parameters: { level: 1 },
    follow: { level: { source: { kind: 'sound', clip: 'clip:hum' } } },
  }),
};

/** Three tracks over twenty seconds: neighbours that touch, keys and fades, a sound that another clip follows. */
export const board3: ShowDocument = {
  ...smallShow,
  records: {
    ...Object.fromEntries(
      Object.entries(smallShow.records).filter(([id]) => !/^(?:clip|track|timeline|cue|trigger):/.test(id)),
    ),
    'timeline:main': {
      name: 'main',
      duration: 20,
      blend: 'normal',
      tempo: [
        { at: 0, bpm: 120, beats: 4 },
        { at: 9, bpm: 60, beats: 3 },
      ],
    },
    'track:low': { name: 'low', muted: false },
    'track:mid': { name: 'mid', muted: false },
    'track:top': { name: 'top', muted: false },
    ...clips,
    'cue:start': {
      number: '1',
      name: { fr: 'Début', en: 'Start' },
      at: { timeline: 'timeline:main', position: 0 },
    },
  },
  order: {
    'timeline:main': ['track:low', 'track:mid', 'track:top'],
    'track:low': ['clip:a', 'clip:b', 'clip:c'],
    'track:mid': ['clip:d', 'clip:beat'],
    'track:top': ['clip:hum'],
  },
};
export const boardIn = (document: ShowDocument): Board => {
  const board = boardOf(document, 'timeline:main');
  if (!board) throw new Error('no board');
  return board;
};
/** The document after an operation that must be taken. */
export const after = (document: ShowDocument, edit: Result<DocumentEdit>): ShowDocument => {
  if (!edit.ok) throw new Error(`${edit.code}: ${edit.message}`);
  const done = applyEdit(document, edit.value);
  if (!done.ok) throw new Error(done.message);
  return done.value.document;
};
export const at = (document: ShowDocument, id: string) => {
  const found = boardIn(document)
    .tracks.flatMap((track) => track.clips)
    .find((each) => each.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
