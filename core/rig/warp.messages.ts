import type { Message } from '../messages.ts';

/** Warps, the wall mesh, and the edits of both. A problem’s own message names its points. */
const wrong = (en: string, fr: string) => ({ status: 400, en, fr }) as const;

export const warpMessages = {
  'warp-fold': wrong(
    'The warp folds over itself. Move the point that is named.',
    'La déformation se replie sur elle-même. Déplacez le point indiqué.',
  ),
  'warp-degenerate': wrong(
    'A cell of the warp has no area. Pull its points apart.',
    'Une case de la déformation n’a pas de surface. Écartez ses points.',
  ),
  'warp-far': wrong(
    'A point of the warp lies far beside every picture. Type it again.',
    'Un point de la déformation est très loin de toute image. Saisissez-le à nouveau.',
  ),
  'warp-point': wrong(
    'The warp has no such point. Select one again.',
    'La déformation n’a pas ce point. Sélectionnez-en un à nouveau.',
  ),
  'warp-value': wrong(
    'A coordinate is no number of pixels, or far out of reach. Type it again.',
    'Une coordonnée n’est pas un nombre de pixels, ou est hors de portée. Saisissez-la à nouveau.',
  ),
  'warp-size': wrong(
    'A warp has 2 to 33 columns and rows.',
    'Une déformation a de 2 à 33 colonnes et lignes.',
  ),
  'warp-line': wrong(
    'No line can be put in or taken out there. Choose a place between two lines.',
    'Aucune ligne ne peut être ajoutée ou retirée là. Choisissez un endroit entre deux lignes.',
  ),
  'warp-horizon': wrong(
    'So steep a pin would throw points of the grid behind its horizon. Move the corners less.',
    'Un trapèze si fort jetterait des points derrière son horizon. Déplacez moins les coins.',
  ),
  'warp-model': wrong(
    'This output is drawn by its 3-D calibration. Take up a corner pin or a grid first.',
    'Cette sortie suit sa calibration 3D. Passez d’abord à un trapèze ou à une grille.',
  ),
  'wall-fold': wrong(
    'The wall mesh folds over itself. Move the point that is named.',
    'La correction du mur se replie sur elle-même. Déplacez le point indiqué.',
  ),
  'wall-degenerate': wrong(
    'Points of the wall mesh lie on one another or in one line. Pull them apart, or take one out.',
    'Des points de la correction du mur sont confondus ou alignés. Écartez-les, ou retirez-en un.',
  ),
  'wall-point': wrong(
    'The wall mesh has no such point. Select one again.',
    'La correction du mur n’a pas ce point. Sélectionnez-en un à nouveau.',
  ),
  'wall-value': wrong(
    'That is no place near the façade. Type metres.',
    'Ce n’est pas un endroit près de la façade. Saisissez des mètres.',
  ),
  'wall-size': wrong(
    'A wall mesh has 2 to 33 columns and rows, or up to 200 free points.',
    'La correction du mur a de 2 à 33 colonnes et lignes, ou 200 points libres au plus.',
  ),
  'wall-far': wrong(
    'A point of the wall mesh lies far beside the façade. Its places are metres.',
    'Un point de la correction du mur est très loin de la façade. Ses positions sont en mètres.',
  ),
} as const satisfies Record<string, Message>;
