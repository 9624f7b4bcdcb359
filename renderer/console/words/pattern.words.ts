import type { WordTable } from './table.ts';

/** Test patterns by name. */
export const patternWords = {
  patternWhite: ['Blanc', 'White'],
  patternBlack: ['Noir', 'Black'],
  patternRamp: ['Dégradé', 'Ramp'],
  patternSteps: ['Marches', 'Steps'],
  patternGrid: ['Grille, mètres', 'Grid, metres'],
  patternGridPx: ['Grille, pixels', 'Grid, pixels'],
  patternCross: ['Croix', 'Cross'],
  patternFocus: ['Netteté', 'Focus'],
  patternChecker: ['Damier 1 px', 'Checker 1 px'],
  patternCheckerMetres: ['Damier, mètres', 'Checker, metres'],
  patternBars: ['Barres', 'Bars'],
  patternOverlap: ['Recouvrements', 'Overlaps'],
  patternOutline: ['Contours', 'Outline'],
  patternNumbers: ['Numéros', 'Numbers'],
  patternGamma: ['Gamma', 'Gamma'],
  patternPluge: ['PLUGE', 'PLUGE'],
  patternFrame: ['Cadre', 'Frame'],
  patternGrey: ['Gris {percent} %', 'Grey {percent} %'],
} as const satisfies WordTable;
