import type { WordTable } from './table.ts';

/** Values in the inspector: by drag and by typing, put back, linked, thrown, of several clips, kept as presets. */
export const valuesWords = {
  formScrub: [
    'Glisser règle la valeur · Maj : ×10 · Alt : fin · Échap : annuler. Dans le champ : +5, *2, 1/3, 50%',
    'Drag to set · Shift: ×10 · Alt: fine · Esc: cancel. In the field: +5, *2, 1/3, 50%',
  ],
  formMixed: ['divers', 'mixed'],
  formMix: ['Mélanger une couleur : {name}', 'Mix a colour: {name}'],
  formSwatches: ['Couleurs du spectacle : {name}', 'Colours of the show: {name}'],
  formNoSwatches: ['Le spectacle n’a pas encore de couleurs.', 'The show has no colours yet.'],
  fieldReset: ['Revenir à {value} : {name}', 'Back to {value}: {name}'],
  fieldResetAll: ['Réinitialiser {n}', 'Reset {n}'],
  fieldResetAllHint: [
    'Tous les réglages sans clé reviennent à leur valeur par défaut ; textes et médias restent.',
    'All settings without keys go back to their defaults; texts and media stay.',
  ],
  fieldLink: ['Lier {name} et {other}', 'Link {name} and {other}'],
  fieldDice: ['Tirer au sort : {name}', 'Throw the dice: {name}'],
  manyTitle: ['{n} clips choisis', '{n} clips chosen'],
  manyHint: [
    'Ce qui diffère est « divers ». Un changement va à tous ; +5 ou *2 part de la valeur de chacun.',
    'What differs is “mixed”. A change goes to all; +5 or *2 starts from each one’s own value.',
  ],
  manyLayers: [
    'Ils ne sont pas de la même image : seuls leurs réglages communs sont là.',
    'They are not of one kind of picture: only what all clips have is here.',
  ],
  manyTooMany: [
    'Au-delà de {n} clips, rien n’est réglé ensemble. Choisissez-en moins.',
    'More than {n} clips are not set together. Choose fewer.',
  ],
  presets: ['Préréglages ({n})', 'Presets ({n})'],
  presetName: ['Nom du préréglage', 'Name of the preset'],
  presetSave: ['Enregistrer', 'Save'],
  presetRename: ['Renommer {name}', 'Rename {name}'],
  presetRemove: ['Supprimer {name}', 'Delete {name}'],
  presetBuiltIn: ['intégré', 'built in'],
  presetHint: [
    'Réglages et effets, sans textes, médias, place ni clés. Enregistrés dans le spectacle.',
    'Settings and effects, without texts, media, place or keys. Kept in the show.',
  ],
  runAdd: ['Ajouter une couleur au dégradé', 'Add a colour to the run'],
  runStop: ['Couleur {n} à {at}', 'Colour {n} at {at}'],
  formLanguages: ['français et anglais', 'French and English'],
} as const satisfies WordTable;
