import type { Message } from '../messages.ts';

export const diskMessages = {
  'disk-conflict': {
    status: 409,
    en: 'A file of the show was changed on the disk where it was changed here too. Answer on the Design page; until then nothing of it is taken and the file stays.',
    fr: 'Un fichier du spectacle a changé sur le disque là où il a changé ici aussi. Répondez sur la page Création ; d’ici là rien n’en est pris et le fichier reste.',
  },
  'disk-waits': {
    status: 409,
    en: 'A file of the show was changed on the disk and waits. The Design page says for what, and takes it.',
    fr: 'Un fichier du spectacle a changé sur le disque et attend. La page Création dit quoi, et permet de le prendre.',
  },
  'disk-refused': {
    status: 409,
    en: 'A file of the show was changed on the disk and can’t be taken. Correct the named place, or keep ours on the Design page.',
    fr: 'Un fichier du spectacle a changé sur le disque et ne peut être pris. Corrigez l’endroit indiqué, ou gardez le nôtre sur la page Création.',
  },
  'disk-moved': {
    status: 409,
    en: 'The file has changed again since you looked. Look at the list, then answer.',
    fr: 'Le fichier a encore changé depuis. Regardez la liste, puis répondez.',
  },
  'disk-unknown': {
    status: 404,
    en: 'Nothing is asked of this file (any more).',
    fr: 'Rien n’est (plus) demandé pour ce fichier.',
  },
} as const satisfies Record<string, Message>;
