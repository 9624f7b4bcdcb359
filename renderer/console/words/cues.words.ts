import type { WordTable } from './table.ts';

/** The cue list, edited: the Connections page's Cues. */
export const cuesWords = {
  partCues: ['Effets', 'Cues'],
  cueListTitle: ['Effets du spectacle', 'Cues of the show'],
  cuesReadOnly: [
    'Lecture seule : les effets appartiennent au spectacle, le concepteur les modifie.',
    'Read only: cues belong to the show, the designer edits them.',
  ],
  cueGroupName: ['Numéro et noms', 'Number and names'],
  cueGroupPlace: ['Place et arrivée', 'Place and arrival'],
  cueGroupTimes: ['Temps', 'Times'],
  cueGroupGo: ['GO', 'GO'],
  cueGroupLook: ['Couleur et note', 'Colour and note'],
  cueGroupOff: ['Sauté, désarmé', 'Skipped, disarmed'],
  cueGroupActions: ['Actions', 'Actions'],
  cueNewBefore: ['Nouvel effet avant {number}', 'New cue before {number}'],
  cueNone: ['Ce spectacle n’a pas encore d’effet.', 'This show has no cue yet.'],
  cueFirst: ['Premier effet', 'First cue'],
  cueArguments: ['Arguments du message', 'Arguments of the message'],
  cueArgumentsHint: [
    '1, 0.5, true, "texte" — séparés par des virgules',
    '1, 0.5, true, "text" — with commas between',
  ],
  cueNewAfter: ['Nouvel effet après {number}', 'New cue after {number}'],
  cueAtPresent: ['à la position présente', 'at the present position'],
  cueNoPlace: ['sans place', 'without a place'],
  cueNoRoom: [
    'Aucun numéro ne reste entre {before} et {after} : quatre décimales au plus. Renumérotez d’abord l’un des deux.',
    'There is no number left between {before} and {after}: four decimals at most. Renumber one of them first.',
  ],
  cueNewName: ['Nouvel effet', 'New cue'],
  cueNamedBy: ['L’effet {number} est nommé par :', 'Cue {number} is named by:'],
  cueNamedFirst: ['Pour le supprimer, changez-les d’abord.', 'To remove it, change these first.'],
  cueNumberFollows: [
    'Ce qui le nomme par son numéro suivra : {list}.',
    'What names it by its number will follow: {list}.',
  ],
  cueScheduleStays: [
    'Un horaire de la station le nomme et ne suivra pas : {list}.',
    'A schedule of the station names it and will not follow: {list}.',
  ],
  cueVariant: ['Variante {n}', 'Variant {n}'],
  cueAddVariant: ['Ajouter une variante', 'Add a variant'],
  cueAddAction: ['Ajouter une action', 'Add an action'],
  cueAction: ['Action {n}', 'Action {n}'],
  cueVariantsHint: [
    'Chaque déclenchement prend la variante suivante ; les actions ci-dessus ne servent alors pas.',
    'Each firing takes the next variant; the actions above are then not used.',
  ],
  cueColours: ['Couleurs', 'Colours'],
  cueNoColour: ['sans couleur', 'no colour'],
  editCue: ['Modifier', 'Edit'],
  cueSheetPdf: ['Conduite (PDF)', 'Cue sheet (PDF)'],
  cueSheetCsv: ['Conduite (CSV)', 'Cue sheet (CSV)'],
} as const satisfies WordTable;
