import type { WordTable } from './table.ts';

/** What each page is for and what a person does there first; `helpIn_…` of a part of a page, by its label's word. */
export const helpWords = {
  help: ['Aide', 'Help'],
  helpClose: ['Fermer l’aide', 'Close the help'],
  helpKeys: ['Touches ici', 'Keys here'],
  helpPages: ['Pages', 'Pages'],
  helpRead: ['À lire : {file}', 'Read on: {file}'],
  helpFoot: [
    '? ou Échap ferme ; Ctrl+K cherche tout ce qui a un nom.',
    '? or Esc closes; Ctrl+K searches everything that has a name.',
  ],
  help_preflight: [
    'Tout ce qui peut gâcher la soirée, ligne par ligne. Lancez-le, corrigez le rouge, relisez l’orange, recommencez une heure avant.',
    'Everything that can spoil the evening, line by line. Run it, mend what is red, look at what is amber, and do it again an hour before.',
  ],
  help_calibrate: [
    'Les projecteurs se calent ici, de haut en bas : écrans, mire, coins, grille, raccords, noir, couleur. Une sortie choisie est en main : personne d’autre ne la bouge.',
    'Projectors are lined up here, in order: displays, pattern, corners, grid, blends, black, colour. An output that is chosen is in hand: nobody else moves it.',
  ],
  help_connect: [
    'Ce qui entre (OSC, MIDI, DMX, timecode, horloge) et ce que cela déclenche. Messages montre ce qui arrive ; un appui en fait un déclencheur.',
    'What comes in (OSC, MIDI, DMX, timecode, clock) and what it triggers. Messages shows what arrives; a press makes a trigger of it.',
  ],
  help_journal: [
    'Ce qui s’est passé, spectacle par spectacle : cherchez, filtrez, exportez.',
    'What happened, show by show: search, filter, export.',
  ],
  help_settings: [
    'Cette machine : réseau et tablettes, langue, taille, pré-vol, horaires.',
    'This machine: network and tablets, language, size, pre-flight, times.',
  ],
  help_monitor: [
    'Le retour pour la régie : où en est le spectacle, sans aucune commande.',
    'A monitor for the stage manager: where the show is, and nothing to press.',
  ],
  help_design: [
    'Ici se fabrique le spectacle. À gauche les calques et les fichiers, au milieu l’image et sa timeline, à droite les réglages du clip choisi. Tout s’enregistre aussitôt et s’annule.',
    'Here the show is made. Layers and files on the left, the picture and its timeline in the middle, the chosen clip’s settings on the right. Everything is saved at once and can be undone.',
  ],
  helpIn_designBoard: [
    'Tirez un clip pour le déplacer, ses bords pour le couper ; Alt coupe l’aimant. Un cadre choisit. C pose un effet, N un repère.',
    'Drag a clip to move it, its edges to trim it; Alt lets nothing cling. A frame chooses. C sets a cue, N a marker.',
  ],
  helpIn_designPalette: [
    'Un appui pose le calque à la tête de lecture ; ou tirez-le sur une piste.',
    'A press puts the layer at the playhead; or drag it onto a track.',
  ],
  helpIn_designInspector: [
    'Tirez le nom d’un nombre pour le changer, ou tapez : +5, *2, 1/3. ◇ pose une clé, ↺ revient au défaut.',
    'Drag a number’s name to change it, or type: +5, *2, 1/3. ◇ sets a key, ↺ goes back to the default.',
  ],
  helpIn_keyLanes: [
    'Les clés du clip choisi : tirez-les, double appui pour en ajouter, Alt sur un bord pour étirer. Courbe montre les valeurs.',
    'The chosen clip’s keys: drag them, press twice to add one, Alt at an edge stretches. Curve shows the values.',
  ],
} as const satisfies WordTable;
