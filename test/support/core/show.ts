import { compileShow } from '../../../core/show/compile.ts';
import type { CompiledShow } from '../../../core/show/compiled.ts';
import type { ShowDocument } from '../../../core/show/show.schema.ts';

/** Builders for playback tests: a small show with every kind of arrival. */
type CueInput = { number: string; at?: number | null; timeline?: string } & Record<string, unknown>;

export const cueId = (number: string): string => `cue:q${number.replace('.', '-')}`;

export const makeShow = (
  options: {
    cues?: CueInput[];
    duration?: number;
    sting?: number;
    clips?: Record<string, Record<string, unknown>>;
    show?: Record<string, unknown>;
  } = {},
): CompiledShow => compileShow(makeDocument(options), 1);

export const makeDocument = ({
  cues = standardCues,
  duration = 100,
  sting = 2,
  clips = {},
  show = {},
}: Parameters<typeof makeShow>[0] = {}): ShowDocument => ({
  format: 'frise-show',
  schema: 1,
  records: {
    'show:test': {
      title: { fr: 'Essai', en: 'Test' },
      canvas: { width: 235, height: 62, density: 4 },
      facade: { path: 'facade.json' },
      defaultRig: 'rigs/two.json',
      main: 'timeline:main',
      ...show,
    },
    'timeline:main': { name: 'Main', duration, tempo: [{ at: 0, bpm: 120, beats: 4 }] },
    'timeline:other': { name: 'Other', duration: 30 },
    'timeline:sting': { name: 'Sting', duration: sting, blend: 'add' },
    'track:main': { name: 'Picture' },
    'track:sound': { name: 'Sound' },
    'track:sting': { name: 'Sting' },
    'clip:base': { layer: 'solid', start: 0, duration, parameters: { colour: '#ffffff' } },
    'clip:song': { layer: 'sound', start: 0, duration, parameters: { media: 'media:song', gain: 1 } },
    'clip:flash': { layer: 'solid', start: 0, duration: sting, fadeOut: sting / 2 },
    'media:song': { path: 'media/song.ogg', kind: 'sound' },
    ...clips,
    ...Object.fromEntries(cues.map((cue) => [cueId(cue.number), recordOf(cue)])),
  },
  order: {
    'timeline:main': ['track:main', 'track:sound'],
    'timeline:other': [],
    'timeline:sting': ['track:sting'],
    'track:main': ['clip:base', ...Object.keys(clips)],
    'track:sound': ['clip:song'],
    'track:sting': ['clip:flash'],
  },
});

const recordOf = ({
  number,
  at = null,
  timeline = 'timeline:main',
  ...rest
}: CueInput): Record<string, unknown> => ({
  number,
  name: { fr: `Effet ${number}`, en: `Cue ${number}` },
  at: at === null ? null : { timeline, position: at },
  ...rest,
});

/** 1 start · 2 pass at 10 · 3 hold at 20 · 4 loop 26–30 · 5 fades at 40 · 6 in another timeline · 9 sting · 9.5 variants. */
export const standardCues: CueInput[] = [
  { number: '1', at: 0 },
  { number: '2', at: 10 },
  { number: '3', at: 20, arrive: { kind: 'hold', max: null } },
  { number: '4', at: 30, arrive: { kind: 'loop', from: 26, times: null } },
  { number: '5', at: 40, fade: 2 },
  { number: '6', at: 5, timeline: 'timeline:other' },
  { number: '9', actions: [{ verb: 'timeline/start', args: { id: 'sting' } }], retrigger: 0.5 },
  {
    number: '9.5',
    variants: [[{ verb: 'master', args: { level: 0.5 } }], [{ verb: 'master', args: { level: 1 } }]],
    again: 'stack',
    cap: 2,
  },
];
