import type { Message } from '../messages.ts';

/** What is said of sound. None of it stops a show. */
export const soundMessages = {
  'sound-page-missing': {
    status: 409,
    en: 'No sound page is open. Open /audio on the show machine and press “Start sound”.',
    fr: 'Aucune page de son n’est ouverte. Ouvrez /audio sur la machine du spectacle et appuyez sur « Start sound ».',
  },
  'sound-input-silent': {
    status: 503,
    en: 'Nothing comes in at the sound input; the last level has faded and the look goes on. Check the cable and the source.',
    fr: 'Rien n’arrive à l’entrée son ; le dernier niveau s’est éteint et l’image continue. Vérifiez le câble et la source.',
  },
  'sound-input-missing': {
    status: 503,
    en: 'The sound input can’t be opened. Plug it in, allow it to the sound page, or choose another in the station’s settings.',
    fr: 'L’entrée son ne s’ouvre pas. Branchez-la, autorisez-la pour la page de son, ou choisissez-en une autre dans les réglages du poste.',
  },
  'sound-input-lost': {
    status: 503,
    en: 'The sound page no longer tells levels; the last one has faded and the look goes on. Open /audio again.',
    fr: 'La page de son ne donne plus de niveaux ; le dernier s’est éteint et l’image continue. Rouvrez /audio.',
  },
} as const satisfies Record<string, Message>;
