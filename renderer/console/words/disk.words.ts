import type { WordTable } from './table.ts';

/** Files of the show that somebody else has written. */
export const diskWords = {
  cameBack: ['Reprise', 'Back again'],
  cameBackSaid: [
    'Frise s’était arrêté sans être fermé ; il est revenu à {since}',
    'Frise had ended without being closed; it is back since {since}',
  ],
  cameBackNote: [
    'tout ce qui était enregistré est là ; un geste en cours à ce moment ne l’est pas',
    'all that was saved is here; a drag that was under way is not',
  ],
  disk: ['Fichiers changés', 'Changed files'],
  diskItself: ['le disque', 'the disk'],
  diskTaken: ['{file} a changé sur le disque : {changes}', '{file} was changed on the disk: {changes}'],
  diskInto_programme: ['pris dans le programme', 'taken into the programme'],
  diskInto_draft: ['pris dans le brouillon', 'taken into the draft'],
  diskAsks: [
    '{file} a changé sur le disque, là où il a changé ici aussi',
    '{file} was changed on the disk, where it was changed here too',
  ],
  diskOff: [
    '{file} a changé dans le dossier du spectacle depuis que cette station en a pris sa copie',
    '{file} was changed in the show’s folder since this station took its copy',
  ],
  diskWaits: ['{file} a changé sur le disque et attend', '{file} was changed on the disk and waits'],
  diskRefused: [
    '{file} a changé sur le disque et ne peut être pris',
    '{file} was changed on the disk and can’t be taken',
  ],
  diskWhy_playing: [
    'quelque chose joue, et cela se verrait aussitôt sur la façade',
    'something plays, and this would be seen on the façade at once',
  ],
  diskWhy_locked: ['le spectacle est verrouillé', 'the show is locked'],
  diskWhy_held: ['quelqu’un cale une sortie', 'somebody is lining up an output'],
  diskNothingLost: [
    'rien n’est pris ni écrasé d’ici là ; le spectacle continue',
    'nothing is taken or written over until then; the show goes on',
  ],
  diskConflicts: ['{count} en conflit', '{count} in conflict'],
  diskField: ['{name} : {field}', '{name}: {field}'],
  diskRest: ['et en plus {changes} sans conflit', 'and besides {changes} without a conflict'],
  diskOurs: ['Le nôtre :', 'Ours:'],
  diskTheirs: ['Celui du disque :', 'The disk’s:'],
  diskAllOurs: ['Partout le nôtre', 'Ours everywhere'],
  diskAllTheirs: ['Partout celui du disque', 'The disk’s everywhere'],
  diskNoValue: ['(rien)', '(nothing)'],
  diskTakeChosen: ['Appliquer ces choix', 'Apply these choices'],
  diskTake: ['Prendre', 'Take it'],
  diskTakeNow: ['Prendre maintenant', 'Take it now'],
  diskLeave: ['Garder le nôtre', 'Keep ours'],
  diskLeaveSure: [
    'Confirmer : garder le nôtre (celui du disque est mis de côté)',
    'Confirm: keep ours (the disk’s is put aside)',
  ],
  diskUndo: ['Annuler', 'Undo'],
  diskSeen: ['Vu', 'Seen'],
  diskDetails: ['Détails', 'Details'],
} as const satisfies WordTable;
