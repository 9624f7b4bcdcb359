import type { FacadeDocument } from '../facade/facade.schema.ts';
import type { RigDocument } from '../rig/rig.schema.ts';
import { idOf } from '../ids.ts';
import { recordsOfKind } from './records.ts';
import { SHOW_FORMAT, SHOW_SCHEMA, showSchema, type ShowDocument, type Words } from './show.schema.ts';
import { slugOf } from './timeline-edit/free-id.ts';

/** A new show: one minute of an empty timeline with a first cue, over a bare wall or over a façade that is there. */
export const TEMPLATES = ['empty', 'facade', 'show'] as const;
export type Template = (typeof TEMPLATES)[number];
type Canvas = { width: number; height: number; density: number };
type Paths = { facade: string; rig: string };

const both = (fr: string, en: string): Words => ({ fr, en });
const SECONDS = 60;

export const emptyShow = (title: string, canvas: Canvas, paths: Paths): ShowDocument => ({
  format: SHOW_FORMAT,
  schema: SHOW_SCHEMA,
  records: {
    [idOf('show', slugOf(title) || 'show')]: {
      title: both(title, title),
      canvas,
      facade: { path: paths.facade, hash: null },
      defaultRig: paths.rig,
      main: 'timeline:main',
      language: 'fr',
      seed: 1,
      guard: 0.4,
      early: 0.5,
    },
    'timeline:main': { name: title, duration: SECONDS, blend: 'normal', tempo: [] },
    'track:first': { name: 'Piste 1', muted: false },
    'cue:start': {
      number: '1',
      name: both('Début', 'Start'),
      at: { timeline: 'timeline:main', position: 0 },
    },
  },
  order: { 'timeline:main': ['track:first'], 'track:first': [] },
});

/** A wall and nothing on it: a façade that somebody will draw. */
export const bareFacade = (title: string, { width, height }: Canvas): FacadeDocument => ({
  format: 'frise-facade',
  schema: 1,
  records: {
    'facade:wall': { title: both(title, title), width, height },
    'plane:front': { name: 'Front', depth: 0 },
    'element:wall': {
      name: both('Mur', 'Wall'),
      kind: 'wall',
      groups: [],
      surface: 'stone',
      plane: 'plane:front',
      outline: `M 0 0 L ${width} 0 L ${width} ${height} L 0 ${height} Z`,
    },
  },
  order: { 'facade:wall': ['element:wall'] },
});

/** One full HD projector that covers the canvas, in its own shape. */
export const oneProjector = ({ width, height, density }: Canvas): RigDocument => {
  const wide = Math.max(width, (height * 16) / 9);
  const tall = (wide * 9) / 16;
  return {
    format: 'frise-rig',
    schema: 1,
    records: {
      'rig:one': { title: 'One projector', facade: { width, height }, density },
      'output:main': {
        name: 'Main',
        width: 1920,
        height: 1080,
        refresh: 60,
        display: { label: null, id: null, index: 0 },
        region: { x: (width - wide) / 2, y: (height - tall) / 2, width: wide, height: tall },
      },
    },
    order: { 'rig:one': ['output:main'] },
  };
};

/** What a new show takes from another: its canvas and where its façade and example rig lie. */
export const placesIn = (document: ShowDocument): { canvas: Canvas; paths: Paths } | null => {
  const show = recordsOfKind(document.records, 'show', showSchema)[0];
  return show ? { canvas: show.canvas, paths: { facade: show.facade.path, rig: show.defaultRig } } : null;
};
