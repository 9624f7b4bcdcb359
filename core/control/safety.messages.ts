import type { Message } from '../messages.ts';

export const safetyMessages = {
  'show-locked': {
    status: 409,
    en: 'The show is locked: edits wait until the show lock is taken off. Operating goes on.',
    fr: 'Le spectacle est verrouillé : les modifications attendent le déverrouillage. La conduite continue.',
  },
  'rig-locked': {
    status: 409,
    en: 'The rig is locked: nothing of it may be moved until the rig lock is taken off.',
    fr: 'L’installation est verrouillée : rien n’y bouge tant que le verrou n’est pas retiré.',
  },
  'rig-in-hand': {
    status: 409,
    en: 'An output is being dragged at this moment. Wait until it is let go, then lock.',
    fr: 'Une sortie est en cours de réglage. Attendez qu’on la lâche, puis verrouillez.',
  },
  'preflight-running': {
    status: 409,
    en: 'A pre-flight runs already. Wait for it, or cancel it.',
    fr: 'Un contrôle tourne déjà. Attendez-le, ou annulez-le.',
  },
  'preflight-none': {
    status: 409,
    en: 'There was no pre-flight since the start. Run one first.',
    fr: 'Aucun contrôle depuis le démarrage. Lancez-en un.',
  },
  'preflight-not-running': {
    status: 409,
    en: 'No pre-flight runs.',
    fr: 'Aucun contrôle ne tourne.',
  },
  'journal-show-unknown': {
    status: 404,
    en: 'The journal holds no show of this name. journal/shows lists those it holds.',
    fr: 'Le journal n’a pas de spectacle de ce nom. journal/shows en donne la liste.',
  },
  'journal-unreadable': {
    status: 500,
    en: 'The journal can’t be read. Look at the disk of the station’s folder.',
    fr: 'Le journal ne se lit pas. Vérifiez le disque du dossier de la station.',
  },
} as const satisfies Record<string, Message>;
