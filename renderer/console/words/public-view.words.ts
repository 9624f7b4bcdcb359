import type { WordTable } from './table.ts';

/** The Design page's picture from the public's place. */
export const publicViewWords = {
  publicCanvas: ['Élévation', 'Elevation'],
  publicView: ['Vue du public', 'Public’s view'],
  publicFrom: ['Point de vue', 'Viewpoint'],
  publicReset: ['Recadrer', 'Reset'],
  publicPicture: [
    'Le bâtiment vu par le public. Flèches : tourner ; + et − : zoom ; Origine : recadrer.',
    'The building as the public sees it. Arrows turn, + and − zoom, Home resets.',
  ],
  publicNote: [
    'De nuit, depuis l’avenue : glisser tourne, la molette zoome.',
    'At night, from the avenue: drag to turn, wheel to zoom.',
  ],
  publicPlace: ['à {z} m, œil à {y} m, {lens} mm', '{z} m away, eye at {y} m, {lens} mm'],
} as const satisfies WordTable;
