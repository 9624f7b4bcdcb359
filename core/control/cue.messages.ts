const refused = (en: string, fr: string) => ({ status: 409, en, fr }) as const;

export const cueMessages = {
  waiting: refused(
    'This cue counts down already. Stop or reset calls it off.',
    'Cet effet compte déjà. Stop ou la remise à zéro l’annule.',
  ),
  'rehearse-order': refused(
    'A rehearsed section ends at a later cue of the same timeline. Choose another end.',
    'Un passage répété finit à un effet plus loin sur la même timeline. Choisissez une autre fin.',
  ),
  'not-rehearsing': refused('Nothing is being rehearsed.', 'Aucun passage n’est répété.'),
  chasing: refused(
    'Main follows the timecode. End the chase first, or let GO leave it in the station’s settings.',
    'Le spectacle suit le timecode. Quittez d’abord la poursuite, ou laissez GO en sortir (réglages).',
  ),
  'not-chasing': refused('Main does not follow the timecode.', 'Le spectacle ne suit pas le timecode.'),
} as const;
