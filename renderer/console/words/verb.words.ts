import type { Language, WordTable } from './table.ts';

/** What a trigger does, as a person says it; a verb that is not here is shown by its name. */
const table = {
  go: ['GO', 'GO'],
  back: ['Retour', 'Back'],
  standby: ['Mettre en attente', 'Put on standby'],
  'cue/go': ['Lancer un effet', 'Fire a cue'],
  pause: ['Pause', 'Pause'],
  resume: ['Reprendre', 'Resume'],
  stop: ['Arrêter', 'Stop'],
  seek: ['Aller à une position', 'Seek'],
  panic: ['Panique', 'Panic'],
  master: ['Master', 'Master'],
  blackout: ['Noir', 'Blackout'],
  'timeline/start': ['Lancer une surimpression', 'Start an overlay'],
  'timeline/stop': ['Arrêter une surimpression', 'Stop an overlay'],
  'clip/set': ['Paramètre d’un clip', 'Parameter of a clip'],
  release: ['Relâcher', 'Release'],
  reset: ['Remise à zéro', 'Reset'],
  'input/arm': ['Écouter ou ignorer une entrée', 'Arm or ignore an input'],
  'timecode/chase': ['Suivre le timecode', 'Chase timecode'],
  'sound/fade': ['Niveau du son', 'Fade the sound'],
  'sound/stop': ['Couper le son', 'Stop the sound'],
  'osc/send': ['Envoyer un message OSC', 'Send an OSC message'],
  freeze: ['Figer', 'Freeze'],
  version: ['Version du spectacle', 'Version of the show'],
  'lock/show': ['Verrou du spectacle', 'Show lock'],
  'lock/rig': ['Verrou du calage', 'Rig lock'],
  'preflight/run': ['Contrôle avant spectacle', 'Pre-flight'],
} as const satisfies WordTable;

export const verbLabel = (language: Language, verb: string): string => {
  const pairs: WordTable = table;
  return pairs[verb]?.[language === 'fr' ? 0 : 1] ?? verb;
};
