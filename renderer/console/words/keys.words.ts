import type { WordTable } from './table.ts';

/** Keys of a clip on the Design page: lanes, curves, what follows sound or beat, handles on the picture. */
export const keysWords = {
  keys: ['Clés', 'Keys'],
  keysView: ['Affichage des clés', 'How keys are shown'],
  keysAsLanes: ['Lignes', 'Lanes'],
  keysAsCurve: ['Courbe', 'Curve'],
  keysNumbersOnly: ['Une courbe montre des nombres.', 'A curve shows numbers.'],
  keysLanes: ['Clés dans le temps', 'Keys over time'],
  keysCurveOf: ['Courbe : {name}', 'Curve of {name}'],
  keysEmpty: [
    'Pas encore de clé : ◇ à côté d’un réglage en pose une à la tête de lecture.',
    'No keys yet: ◇ beside a setting puts one at the playhead.',
  ],
  keysHint: [
    'Maj, cadre : plusieurs · Alt sur un bord : étire · double-clic : ajoute',
    'Shift, frame: several · Alt on an edge: stretch · double-click: add',
  ],
  keysOne: ['{name} · clé {n} sur {of} · {at} · {value}', '{name} · key {n} of {of} · {at} · {value}'],
  keysMany: ['{n} clés choisies', '{n} keys chosen'],
  keysCopy: ['Copier', 'Copy'],
  keysPaste: ['Coller', 'Paste'],
  keysReverse: ['Inverser', 'Reverse'],
  keysDelete: ['Supprimer', 'Delete'],
  keysEase: ['Allure jusqu’à la clé suivante', 'How it travels to the next key'],
  keysBezier: ['Bézier : x1 y1 x2 y2', 'Bézier: x1 y1 x2 y2'],
  easeLinear: ['Droite', 'Linear'],
  easeIn: ['Départ doux', 'Ease in'],
  easeOut: ['Arrivée douce', 'Ease out'],
  easeInOut: ['Départ et arrivée doux', 'Ease in and out'],
  easeSmooth: ['Lissée', 'Smooth'],
  easeHeavy: ['Lourde', 'Heavy'],
  easeHold: ['Tenue', 'Hold'],
  keySet: ['Poser une clé : {name}', 'Set a key: {name}'],
  keyRemove: ['Ôter la clé : {name}', 'Remove the key: {name}'],
  keyBefore: ['Clé précédente : {name}', 'Previous key: {name}'],
  keyAfter: ['Clé suivante : {name}', 'Next key: {name}'],
  keysAtPlayhead: [
    'Réglages à {at}. ◆ : ce réglage a des clés ; ce que vous y tapez pose une clé à la tête de lecture.',
    'Settings at {at}. ◆: this one has keys; what you type there sets a key at the playhead.',
  ],
} as const satisfies WordTable;
