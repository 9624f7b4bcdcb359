import { excerpt, EXCERPT_LAYER } from '../../layers/excerpt.ts';
import { group } from '../../layers/group.ts';
import type { LayerDefinition } from '../../layers/layer.ts';
import { layerTypes } from '../../layers/registry.ts';
import { sound } from '../../layers/sound.ts';
import { OSC_LAYER } from '../osc-clip.ts';
import type { MediaRecord, ShowRecord, Words } from '../show.schema.ts';

/**
 * What a designer can put on a track: every layer type of the registry, the sound, the excerpt and the message to
 * a desk. A new layer
 * type appears here by itself, last and with what its definition says of it; a line in this table puts it into a group
 * and gives a first clip of it parameters with which it is seen on a façade of any size.
 */
export const LAYER_GROUPS = [
  'building',
  'light',
  'words',
  'drawing',
  'media',
  'finish',
  'control',
  'more',
] as const;
export type LayerGroup = (typeof LAYER_GROUPS)[number];
type Canvas = Pick<ShowRecord['canvas'], 'width' | 'height'>;
type Parameters = Readonly<Record<string, unknown>>;
export type PaletteLayer = {
  type: string;
  group: LayerGroup;
  name: Words;
  about: Words;
  /** It shows or plays a file of one of these kinds. */
  needs: readonly MediaRecord['kind'][];
  blend: 'normal' | 'multiply';
  sample(canvas: Canvas): Parameters;
};
type Entry = Partial<Pick<PaletteLayer, 'needs' | 'blend' | 'sample'>> & { group: LayerGroup };

const round = (value: number): number => Math.round(value * 100) / 100;
/** A circle about the origin. */
const circle = (radius: number): string => {
  const r = round(radius);
  return `M ${-r} 0 A ${r} ${r} 0 1 0 ${r} 0 A ${r} ${r} 0 1 0 ${-r} 0 Z`;
};

/** Their own size, in the middle of the façade. */
const middle = ({ width, height }: Canvas): Parameters => ({ x: round(width / 2), y: round(height / 2) });

const entries: Readonly<Record<string, Entry>> = {
  stone: {
    group: 'building',
    sample: ({ width, height }) => ({ lightX: round(width * 0.4), lightY: round(height * 0.7) }),
  },
  engraving: { group: 'building' },
  'facade-light': {
    group: 'light',
    sample: () => ({ chaseDepth: 0.6 }),
  },
  solid: {
    group: 'light',
    sample: () => ({ colour: '#ffc36b', level: 0.5 }),
  },
  gradient: {
    group: 'light',
    sample: ({ width, height }) => ({
      from: '#ff9a3c',
      to: '#1b2a6b',
      x: round(width / 2),
      length: round(height),
    }),
  },
  text: {
    group: 'words',
    sample: ({ width, height }) => ({
      text: { fr: 'Texte', en: 'Text' },
      align: 'centre',
      size: round(height / 7),
      x: round(width / 2),
      y: round(height / 2),
    }),
  },
  shape: {
    group: 'drawing',
    sample: ({ width, height }) => ({
      path: circle(height / 5),
      x: round(width / 2),
      y: round(height / 2),
      strokeWidth: round(height / 80),
    }),
  },
  particles: {
    group: 'drawing',
    sample: ({ width }) => ({ x: round(width * 0.25), width: round(width / 2), warm: true }),
  },
  image: { group: 'media', needs: ['image', 'svg'] },
  video: { group: 'media', needs: ['video'] },
  sound: { group: 'media', needs: ['sound'] },
  model: { group: 'media', needs: ['model'] },
  live: { group: 'media', sample: () => ({ input: 'Camera' }) },
  counter: { group: 'words', sample: (canvas) => ({ ...middle(canvas), align: 'centre' }) },
  dial: { group: 'words', sample: middle },
  figure: { group: 'words', sample: middle },
  gears: { group: 'drawing', sample: middle },
  linkage: { group: 'drawing', sample: middle },
  wipe: { group: 'light' },
  shader: { group: 'drawing' },
  [group.type]: { group: 'media' },
  [EXCERPT_LAYER]: { group: 'media' },
  film: {
    group: 'finish',
    blend: 'multiply',
    sample: ({ width, height }) => ({
      iris: round(height * 0.9),
      irisX: round(width / 2),
      irisY: round(height / 2),
      irisSoft: round(height / 3),
      grain: 0.4,
      dust: 0.4,
    }),
  },
};
const osc: PaletteLayer = {
  type: OSC_LAYER,
  group: 'control',
  name: { fr: 'Message OSC', en: 'OSC message' },
  about: { fr: 'un message à un pupitre, au début du clip', en: 'a message to a desk, when the clip begins' },
  needs: [],
  blend: 'normal',
  sample: () => ({ to: 'desk', address: '/cue/1' }),
};

const layerIn = ({ type, name, about, fresh }: LayerDefinition): PaletteLayer => {
  const entry: Entry = (Object.hasOwn(entries, type) ? entries[type] : undefined) ?? { group: 'more' };
  const { group, needs = [], blend = 'normal', sample = () => ({}) } = entry;
  return { type, name, about, group, needs, blend, sample: (canvas) => ({ ...fresh, ...sample(canvas) }) };
};

const all = [...Object.values(layerTypes), sound, excerpt].map(layerIn);
export const palette: readonly PaletteLayer[] = [...all, osc].toSorted(
  (a, b) => LAYER_GROUPS.indexOf(a.group) - LAYER_GROUPS.indexOf(b.group),
);

const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
/** Layers of which every word of a search is found in name, type or description, in either language. */
export const searched = (text: string): readonly PaletteLayer[] => {
  const words = plain(text).split(/\s+/).filter(Boolean);
  return palette.filter(({ type, name, about }) => {
    const heap = plain([type, name.fr, name.en, about.fr, about.en].join(' '));
    return words.every((word) => heap.includes(word));
  });
};
