import type { WordTable } from './table.ts';

/** The list of a clip's effects on the Design page. */
export const effectWords = {
  effects: ['Effets sur l’image', 'Effects on the picture'],
  effectsNone: [
    'Aucun effet. Ils s’appliquent dans l’ordre de la liste.',
    'None. They apply in the list’s order.',
  ],
  effectAdd: ['Ajouter un effet', 'Add an effect'],
  effectEarlier: ['{name} plus tôt', '{name} earlier'],
  effectLater: ['{name} plus tard', '{name} later'],
  effectOn: ['{name} en service', '{name} switched on'],
  effectUnknown: [
    'Cet effet est inconnu de cette version : il reste tel quel.',
    'This version does not know this effect: it stays as it is.',
  ],
  effectNoClip: ['— aucun', '— none'],
} as const satisfies WordTable;
