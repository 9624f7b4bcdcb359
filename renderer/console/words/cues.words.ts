import type { WordTable } from './table.ts';

/** The cue list, edited: the Connections page's Cues. */
export const cuesWords = {
  partCues: ['Cues', 'Cues'],
  cueListTitle: ['Cues du spectacle', 'Cues of the show'],
  cuesReadOnly: [
    'Lecture seule : les cues appartiennent au spectacle, le concepteur les modifie.',
    'Read only: cues belong to the show, the designer edits them.',
  ],
  cueGroupName: ['Numéro et noms', 'Number and names'],
  cueGroupPlace: ['Place et arrivée', 'Place and arrival'],
  cueGroupTimes: ['Temps', 'Times'],
  cueGroupGo: ['GO', 'GO'],
  cueGroupLook: ['Couleur et note', 'Colour and note'],
  cueGroupOff: ['Sauté, désarmé', 'Skipped, disarmed'],
  cueGroupActions: ['Actions', 'Actions'],
  cueNewAfter: ['Nouvelle cue après {number}', 'New cue after {number}'],
  cueAtPresent: ['à la position présente', 'at the present position'],
  cueNoPlace: ['sans place', 'without a place'],
  cueNoRoom: [
    'Aucun numéro ne reste entre {before} et {after} : quatre décimales au plus. Renumérotez d’abord l’une des deux.',
    'There is no number left between {before} and {after}: four decimals at most. Renumber one of them first.',
  ],
  cueNewName: ['Nouvelle cue', 'New cue'],
  cueNamedBy: ['La cue {number} est nommée par :', 'Cue {number} is named by:'],
  cueNamedFirst: ['Pour la supprimer, changez-les d’abord.', 'To remove it, change these first.'],
  cueNumberFollows: [
    'Ce qui la nomme par son numéro suivra : {list}.',
    'What names it by its number will follow: {list}.',
  ],
  cueScheduleStays: [
    'Un horaire de la station la nomme et ne suivra pas : {list}.',
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
} as const satisfies WordTable;
