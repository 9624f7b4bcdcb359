import type { Message } from '../messages.ts';

/** Why a file did not come into the show, and what to do next. */
export const mediaMessages = {
  'media-name': {
    status: 400,
    en: 'A file’s name alone is wanted, without a folder. Rename the file.',
    fr: 'Il faut le nom du fichier seul, sans dossier. Renommez le fichier.',
  },
  'media-type': {
    status: 415,
    en: 'Frise has no use for a file of this kind. It takes PNG, JPEG, WebP, AVIF, SVG, MP4, MOV, WebM, WAV, MP3, Ogg, FLAC, M4A, GLB, TTF, OTF and WOFF2.',
    fr: 'Frise ne prend pas ce genre de fichier. Il prend PNG, JPEG, WebP, AVIF, SVG, MP4, MOV, WebM, WAV, MP3, Ogg, FLAC, M4A, GLB, TTF, OTF et WOFF2.',
  },
  'media-unlike': {
    status: 415,
    en: 'The file is not what its name says. Export it again, or correct its ending.',
    fr: 'Le fichier n’est pas ce que dit son nom. Réexportez-le, ou corrigez son extension.',
  },
  'media-undecodable': {
    status: 415,
    en: 'This file is not played here. Convert it and import what comes of it.',
    fr: 'Ce fichier n’est pas lu ici. Convertissez-le et importez le résultat.',
  },
  'copy-failed': {
    status: 500,
    en: 'The copy could not be made here; the film stays as it is. Make one with ffmpeg (docs/films.md) and replace the file.',
    fr: 'La copie n’a pas pu être faite ici ; le film reste tel quel. Faites-en une avec ffmpeg (docs/films.md) et remplacez le fichier.',
  },
  'convert-missing': {
    status: 503,
    en: 'There is no ffmpeg on the show machine. Install it, or convert the file elsewhere and import what comes of it.',
    fr: 'Il n’y a pas de ffmpeg sur la machine de spectacle. Installez-le, ou convertissez le fichier ailleurs et importez le résultat.',
  },
  'convert-busy': {
    status: 429,
    en: 'Another file is being converted. Wait for it to be over.',
    fr: 'Un autre fichier est en cours de conversion. Attendez qu’elle se termine.',
  },
  'convert-failed': {
    status: 415,
    en: 'ffmpeg could make nothing of the file. Look whether it plays elsewhere, or export it again.',
    fr: 'ffmpeg n’a rien pu faire de ce fichier. Vérifiez qu’il se lit ailleurs, ou réexportez-le.',
  },
  'media-empty': {
    status: 400,
    en: 'The file is empty. Copy or export it again.',
    fr: 'Le fichier est vide. Copiez-le ou exportez-le de nouveau.',
  },
  'upload-line': {
    status: 503,
    en: 'The host could not be reached. Look at the connection and import the file again.',
    fr: 'L’hôte n’a pas pu être joint. Vérifiez la connexion et importez de nouveau le fichier.',
  },
  'upload-cancelled': { status: 409, en: 'The import was cancelled.', fr: 'L’import a été annulé.' },
  'media-svg': {
    status: 415,
    en: 'This SVG holds a script, or loads something from elsewhere. Export it as plain SVG with everything embedded.',
    fr: 'Ce SVG contient un script, ou charge quelque chose d’ailleurs. Exportez-le en SVG simple, tout incorporé.',
  },
  'media-too-large': {
    status: 413,
    en: 'The file is larger than Frise takes. Cut it, or encode it smaller.',
    fr: 'Le fichier dépasse ce que Frise accepte. Coupez-le, ou encodez-le plus petit.',
  },
  'media-disk-full': {
    status: 409,
    en: 'There is not enough room on the show machine’s disk. Free some and import again.',
    fr: 'Il n’y a pas assez de place sur le disque de la machine. Libérez-en et importez de nouveau.',
  },
  'media-write': {
    status: 500,
    en: 'The file could not be written into the show’s folder. Look at the disk and its rights.',
    fr: 'Le fichier n’a pas pu être écrit dans le dossier du spectacle. Vérifiez le disque et ses droits.',
  },
  'upload-unknown': {
    status: 404,
    en: 'This upload is over or was never begun. Import the file again.',
    fr: 'Cet envoi est terminé ou n’a jamais commencé. Importez de nouveau le fichier.',
  },
  'upload-many': {
    status: 429,
    en: 'Too many files are under way. Wait for one to be over.',
    fr: 'Trop de fichiers en cours. Attendez qu’un envoi se termine.',
  },
  'upload-place': {
    status: 409,
    en: 'A piece does not follow the last one. Import the file again.',
    fr: 'Un morceau ne suit pas le précédent. Importez de nouveau le fichier.',
  },
  'upload-length': {
    status: 400,
    en: 'A piece is not as long as it was said to be, or reaches beyond the file. Import the file again.',
    fr: 'Un morceau n’a pas la longueur annoncée, ou dépasse le fichier. Importez de nouveau le fichier.',
  },
  'upload-unfinished': {
    status: 409,
    en: 'Not all of the file has come. Import it again.',
    fr: 'Le fichier n’est pas arrivé en entier. Importez-le de nouveau.',
  },
  'upload-hash': {
    status: 409,
    en: 'What has come is not what was sent (sha256 differs). Import the file again.',
    fr: 'Ce qui est arrivé n’est pas ce qui a été envoyé (sha256 différent). Importez de nouveau.',
  },
} as const satisfies Record<string, Message>;
