import type { Message } from '../messages.ts';

export const exportMessages = {
  'export-picture': {
    status: 400,
    en: 'The public sees the wall, not one projector: leave out output or viewpoint.',
    fr: 'Le public voit le mur, pas un projecteur : retirez output ou viewpoint.',
  },
  'export-times': {
    status: 400,
    en: 'A film ends later than it begins, and not after the show: change from and to.',
    fr: 'Un film finit après son début, et pas après le spectacle : changez le début et la fin.',
  },
  'export-format': {
    status: 400,
    en: 'A still is a PNG without an end; a film has an end and is an MP4, a WebM or a zip of pictures.',
    fr: 'Une image fixe est un PNG sans fin ; un film a une fin et est un MP4, un WebM ou un zip d’images.',
  },
  'sequence-too-large': {
    status: 409,
    en: 'The pictures are more than a zip of 4 GiB holds. Export fewer seconds at a time, or draw them into a folder with “frise render … --out name.png”.',
    fr: 'Les images dépassent ce que tient un zip de 4 Gio. Exportez moins de secondes à la fois, ou dessinez-les dans un dossier avec « frise render … --out nom.png ».',
  },
  'export-many': {
    status: 409,
    en: 'Twenty exports are on the list: fetch and remove some first.',
    fr: 'Vingt exports sont dans la liste : récupérez-en et retirez-en d’abord.',
  },
  'export-ended': {
    status: 500,
    en: 'Drawing broke down. Start it again; if it does so again, draw it with “frise render”.',
    fr: 'Le dessin s’est interrompu. Relancez-le ; si cela recommence, dessinez-le avec « frise render ».',
  },
  'unknown-export': {
    status: 404,
    en: 'There is no such export on the list.',
    fr: 'Cet export n’est pas dans la liste.',
  },
} as const satisfies Record<string, Message>;
