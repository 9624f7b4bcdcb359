import type { Message } from '../../messages.ts';

/** Why an edit of the timeline was not made, in both languages. */
const refused = (en: string, fr: string) => ({ status: 409, en, fr }) as const;

export const timelineMessages = {
  'nothing-chosen': refused('No clip is chosen. Choose one.', 'Aucun clip choisi. Choisissez-en un.'),
  'track-full': refused(
    'The track has no free place of this length. Choose another track.',
    'La piste n’a pas de place libre de cette longueur. Choisissez une autre piste.',
  ),
  'track-missing': refused(
    'The track that this was copied from is not on this timeline.',
    'La piste d’origine n’est pas sur cette timeline.',
  ),
  'split-edge': refused(
    'No chosen clip lies across the playhead. Put it inside a clip, a frame or more from its edges.',
    'Aucun clip choisi sous la tête de lecture. Placez-la dans un clip, à une image au moins de ses bords.',
  ),
  'clip-named': refused(
    'Another record names this clip. Change that first, or mute the clip.',
    'Une autre fiche désigne ce clip. Changez-la d’abord, ou rendez le clip muet.',
  ),
  'track-locked': refused(
    'This track is locked. Unlock it at its head.',
    'Cette piste est verrouillée. Déverrouillez-la à sa tête.',
  ),
  'layer-no-medium': refused(
    'A sound needs a file. Import one in Media and drag it onto the timeline.',
    'Un son demande un fichier. Importez-en un dans Médias et glissez-le sur la timeline.',
  ),
  'layer-no-timeline': refused(
    'An excerpt shows another timeline, and there is none yet. Make one under ⋯ first.',
    'Un extrait montre une autre timeline, et il n’y en a pas encore. Créez-en une sous ⋯.',
  ),
  'timeline-short': refused(
    'Clips, cues or markers lie behind that end. Move or remove them first.',
    'Des clips, des cues ou des repères dépassent cette fin. Déplacez-les d’abord.',
  ),
  'timeline-named': refused(
    'Something else names this timeline. Change that first.',
    'Autre chose désigne cette timeline. Changez cela d’abord.',
  ),
  'timeline-main': refused(
    'This is the show’s main timeline: it stays.',
    'C’est la timeline principale du spectacle : elle reste.',
  ),
  'cue-no-room': refused(
    'No number is left between the two cues there: four decimals at most. Renumber one of them first.',
    'Aucun numéro ne reste entre les deux effets : quatre décimales au plus. Renumérotez d’abord l’un d’eux.',
  ),
  'cue-named': refused(
    'An action, a trigger or a follow names this cue. Change that first.',
    'Une action, un déclencheur ou une suite nomme cet effet. Changez cela d’abord.',
  ),
  'tempo-range': refused(
    'A tempo has 1 to 400 beats a minute, and 1 to 32 beats a bar.',
    'Un tempo a 1 à 400 battements par minute, et 1 à 32 temps par mesure.',
  ),
  'media-used': refused(
    'Clips use this medium. Replace it, or remove the clips first.',
    'Des clips utilisent ce média. Remplacez-le, ou retirez d’abord les clips.',
  ),
} as const satisfies Record<string, Message>;
