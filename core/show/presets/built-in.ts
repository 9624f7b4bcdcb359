import type { Words } from '../show.schema.ts';
import type { Look } from './preset-edit.ts';

/** A few looks to begin with, of layers that have many settings; a place, and what a clip is about, stay as they are. */
export type BuiltIn = Look & { name: Words };
type Parameters = Record<string, unknown>;

const of =
  (layer: string) =>
  (fr: string, en: string, parameters: Parameters): BuiltIn => ({
    name: { fr, en },
    layer,
    parameters,
    effects: null,
  });
const text = of('text');
const light = of('facade-light');
const particles = of('particles');
const stone = of('stone');
const wipe = of('wipe');

export const builtInPresets: readonly BuiltIn[] = [
  text('Légende', 'Caption', { style: 'caption', weight: 500, size: 1.6 }),
  text('Titre qui se lève', 'Rising title', { weight: 800, by: 'letters', rise: 0.6, revealSoft: 6 }),
  text('Écrit à la plume', 'Written by a pen', { weight: 300, pen: 0.08, fillOpacity: 0.9, revealSoft: 2 }),
  text('Néon', 'Neon', { weight: 300, fillOpacity: 0, outline: 0.12, outlineColour: '#ff5a9e' }),
  light('Chenillard', 'Running lamps', {
    look: 'lamps',
    order: 'along',
    chaseDepth: 0.8,
    chasePeriod: 6,
    chaseSpeed: 5,
  }),
  light('Guirlande', 'Fairy lights', { look: 'lamps', spacing: 1.4, twinkle: 0.5, colour: '#ffc36b' }),
  light('Trait de néon', 'Neon line', { look: 'stroke', width: 0.18, glow: 1.4, colour: '#6fd8ff' }),
  particles('Neige', 'Snow', {
    kind: 'snow',
    count: 900,
    warm: true,
    colour: '#ffffff',
    endColour: '#cfe4ff',
  }),
  particles('Braises', 'Embers', { kind: 'embers', count: 500, warm: true }),
  particles('Gerbe d’étincelles', 'Shower of sparks', { kind: 'sparks', count: 1200, speed: 1.6, level: 2 }),
  stone('Lumière rasante', 'Grazing light', { lightHeight: 4, relief: 1, ambient: 0.04 }),
  stone('Pleine lumière', 'Full light', { ambient: 0.6, shadow: 0.4, relief: 0.5 }),
  wipe('Rideau', 'Curtain', { order: 'centre-out', soft: 0.05, edge: 0.6 }),
  wipe('Lever du jour', 'Daybreak', { order: 'up', soft: 0.5 }),
];
export const builtInOf = (layer: string): readonly BuiltIn[] =>
  builtInPresets.filter((preset) => preset.layer === layer);
