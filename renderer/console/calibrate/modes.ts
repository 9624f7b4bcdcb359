import type { Word } from '../words.ts';

/** What is set, in the order of a night: displays, geometry, light, projectors, what was. */
export const MODES = [
  'displays',
  'corners',
  'grid',
  'space',
  'wall',
  'masks',
  'blend',
  'colour',
  'projectors',
  'versions',
] as const;
export type Mode = (typeof MODES)[number];
export const MODE_WORDS = {
  displays: 'modeDisplays',
  corners: 'modeCorners',
  grid: 'modeGrid',
  space: 'modeSpace',
  wall: 'modeWall',
  masks: 'modeMasks',
  blend: 'modeBlend',
  colour: 'modeColour',
  projectors: 'modeProjectors',
  versions: 'modeVersions',
} as const satisfies Record<Mode, Word>;

/** Modes that work on the control points of the chosen output. */
export const isPointMode = (mode: Mode): boolean => mode === 'corners' || mode === 'grid';
