import type { WordTable } from './table.ts';

/** The Design page. */
export const designWords = {
  design: ['Conception', 'Design'],
  designCorner: ['Temps · mesures · cues', 'Time · bars · cues'],
  designBoard: ['Pistes et clips', 'Tracks and clips'],
  designTimeline: ['Timeline', 'Timeline'],
  designPlay: ['Lire l’aperçu', 'Play the preview'],
  designPause: ['Arrêter l’aperçu', 'Stop the preview'],
  designSplit: ['Scinder', 'Split'],
  designDuplicate: ['Dupliquer', 'Duplicate'],
  designDelete: ['Supprimer', 'Delete'],
  designRipple: ['Supprimer et resserrer', 'Ripple delete'],
  designCloser: ['Agrandir', 'Zoom in'],
  designFarther: ['Réduire', 'Zoom out'],
  designMute: ['Piste muette', 'Mute track'],
  designHigher: ['Vers le dessus', 'Towards the top'],
  designLower: ['Vers le dessous', 'Towards the bottom'],
  designReadOnly: [
    'Lecture seule : votre rôle ne permet pas de modifier le spectacle.',
    'Read only: your role does not allow changing the show.',
  ],
  designLocked: [
    'Spectacle verrouillé{by} : rien ne peut être modifié. Le cadenas en haut le déverrouille.',
    'The show is locked{by}: nothing can be changed. The padlock above unlocks it.',
  ],
  designLockedBy: [' par {by}', ' by {by}'],
  designNoTimeline: ['Ce spectacle n’a pas de timeline.', 'This show has no timeline.'],
  designInspector: ['Clip choisi', 'Chosen clip'],
  designNoneChosen: [
    'Choisissez un clip pour voir ses réglages. Maj en choisit plusieurs.',
    'Choose a clip to see its settings. Shift chooses several.',
  ],
  designManyChosen: [
    '{n} clips choisis. Choisissez-en un seul pour ses réglages.',
    '{n} clips chosen. Choose a single one for its settings.',
  ],
  designClip: ['Clip', 'Clip'],
  designLayer: ['Image', 'Picture'],
  designPreview: ['Aperçu de la façade', 'Preview of the façade'],
  designPreviewNote: [
    'À la tête de lecture de cette page ; les sorties ne bougent pas.',
    'At this page’s own playhead; the outputs do not move.',
  ],
  designPreviewFailed: ['Aperçu impossible : {text}', 'No preview: {text}'],
  designKeysHint: [
    'J K L lecture · I O boucle, X sans · S scinder · M muet · N repère · Suppr · Maj+Suppr resserrer · Ctrl+D dupliquer · ←→ une image · Alt sans aimant · Ctrl+molette zoom, Z tout',
    'J K L play · I O loop, X none · S split · M mute · N marker · Del · Shift+Del ripple · Ctrl+D duplicate · ←→ one frame · Alt no snap · Ctrl+wheel zoom, Z all',
  ],
} as const satisfies WordTable;
