import type { WordTable } from './table.ts';

/** What effects are made of, where layers have no word for it. */
export const effectFieldWords = {
  radius: ['Rayon', 'Radius'],
  threshold: ['Seuil', 'Threshold'],
  brightness: ['Luminosité', 'Brightness'],
  contrast: ['Contraste', 'Contrast'],
  hue: ['Teinte (rotation)', 'Hue'],
  gamma: ['Gamma', 'Gamma'],
  tintAmount: ['Force de la teinte', 'Tint amount'],
  segments: ['Segments', 'Segments'],
  mirrored: ['En miroir', 'Mirrored'],
  turn: ['Tour', 'Turn'],
  zoom: ['Zoom', 'Zoom'],
  use: ['D’après', 'By its'],
  inverted: ['Inversé', 'Inverted'],
  feather: ['Adoucissement', 'Feather'],
  'effect-colour.black': ['Noir', 'Black'],
  'effect-colour.white': ['Blanc', 'White'],
  'effect-colour.tint': ['Couleur unique', 'Tint'],
  'effect-glow.threshold': ['Seuil', 'Threshold'],
  'effect-glow.colour': ['Filtre', 'Filter'],
  'effect-mask.clip': ['Masqué par le clip', 'Masked by the clip'],
  'effect-mask.amount': ['Force', 'Amount'],
  'effect-displace.amount': ['Amplitude', 'Amount'],
} as const satisfies WordTable;

/** What is chosen in them, by `field.option`. */
export const effectOptionWords = {
  'kind.noise': ['air chaud', 'hot air'],
  'kind.waves': ['vagues', 'waves'],
  'kind.glass': ['vitres', 'glass'],
  'use.opacity': ['opacité', 'opacity'],
  'use.light': ['lumière', 'light'],
  'clock.position': ['la timeline', 'the timeline'],
  'clock.free': ['le temps libre', 'free time'],
} as const satisfies WordTable;
