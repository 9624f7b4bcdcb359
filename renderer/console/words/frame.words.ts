import type { WordTable } from './table.ts';

/** What stands on every page of the console. */
export const frameWords = {
  run: ['Conduite', 'Run'],
  panicFading: ['Panique — fondu… encore = coupe', 'Panic — fading… again = cut'],
  panicCut: [
    'PANIQUE — noir et silence. GO, Reprendre ou Remise à zéro en sort',
    'PANIC — dark and silent. GO, Resume or Reset leaves it',
  ],
  hostLost: [
    'Hôte perdu — la façade continue ; reconnexion…',
    'Host lost — the façade goes on; reconnecting…',
  ],
  connecting: ['Connexion…', 'Connecting…'],
  redLight: ['Lumière rouge', 'Red light'],
  language: ['English', 'Français'],
  refused: ['Refusé', 'Refused'],
  calibrate: ['Calage', 'Calibrate'],
  settings: ['Réglages', 'Settings'],
  pages: ['Pages', 'Pages'],
  outOfPanic: ['Reprendre', 'Resume'],
} as const satisfies WordTable;
