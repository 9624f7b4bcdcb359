import type { Message } from '../messages.ts';

/** What pages report of themselves: pictures, sound, shape of an output. */
const broken = (en: string, fr: string) => ({ status: 500, en, fr }) as const;

export const pageMessages = {
  'output-lost': broken(
    'An output that was there has gone. Look at its machine, display and cable, then open its page again.',
    'Une sortie qui était là a disparu. Vérifiez sa machine, son écran et son câble, puis rouvrez sa page.',
  ),
  'gpu-lost': broken(
    'The graphics card was lost; the picture comes back with it. Restart the machine if it does not.',
    'La carte graphique est perdue ; l’image revient avec elle. Sinon, redémarrez la machine.',
  ),
  'picture-failed': broken(
    'A picture failed; the last one stays. Look at the layer that is named.',
    'Une image a échoué ; la précédente reste. Voyez le calque indiqué.',
  ),
  'shader-failed': broken(
    'The graphics card refuses a shader. Update its driver.',
    'La carte graphique refuse un shader. Mettez à jour son pilote.',
  ),
  'shader-code': {
    status: 400,
    en: 'A shader’s text is wrong at the line that is named. Correct it there; until then the clip is dark.',
    fr: 'Le texte d’un shader est faux à la ligne indiquée. Corrigez-la ; d’ici là le clip reste noir.',
  },
  'effect-failed': broken(
    'An effect failed; the clip is drawn without it. Change its parameters, or switch it off.',
    'Un effet a échoué ; le clip est dessiné sans lui. Changez ses réglages, ou coupez-le.',
  ),
  'parameter-invalid': {
    status: 400,
    en: 'A layer’s parameter has a value that does not fit; its default is drawn. Correct it.',
    fr: 'Un paramètre de calque a une valeur impossible ; sa valeur par défaut est dessinée. Corrigez-le.',
  },
  'image-unreadable': broken(
    'An image can’t be read. Replace the file, or save it as PNG, JPEG or WebP.',
    'Une image est illisible. Remplacez-la, ou enregistrez-la en PNG, JPEG ou WebP.',
  ),
  'film-unreadable': broken(
    'A film can’t be read. Replace the file, or convert it to WebM or MP4.',
    'Un film est illisible. Remplacez-le, ou convertissez-le en WebM ou MP4.',
  ),
  'film-in-software': broken(
    'This graphics card takes no HAP textures: the processor unpacks the film, which may stutter. Use another card, or H.264.',
    'Cette carte graphique ne prend pas les textures HAP : le processeur décode le film, qui peut saccader. Changez de carte, ou prenez du H.264.',
  ),
  'model-unreadable': broken(
    'A 3-D scene can’t be read. Export it again as one .glb, uncompressed, with its pictures inside.',
    'Une scène 3-D est illisible. Réexportez-la en un seul .glb, non compressé, images incluses.',
  ),
  'font-unreadable': broken(
    'A font can’t be read; another stands in. Replace the file.',
    'Une police est illisible ; une autre la remplace. Changez le fichier.',
  ),
  'homography-not-convex': {
    status: 400,
    en: 'Four corners must form a convex quad. Move the one that is inside or across.',
    fr: 'Quatre coins doivent former un quadrilatère convexe. Déplacez celui qui est rentré ou croisé.',
  },
  'sound-device-missing': broken(
    'The chosen sound device can’t be used; the default one plays. Plug it in, or choose another on the sound page.',
    'La sortie son choisie est indisponible ; celle par défaut joue. Branchez-la, ou choisissez-en une autre sur la page son.',
  ),
  'sound-suspended': broken(
    'The browser holds the sound back. Press “Start sound” on the sound page.',
    'Le navigateur retient le son. Appuyez sur « Démarrer le son » sur la page son.',
  ),
  'sound-unreadable': broken(
    'A sound can’t be played. Replace the file, or convert it to Ogg Opus or WAV.',
    'Un son est illisible. Remplacez-le, ou convertissez-le en Ogg Opus ou WAV.',
  ),
} as const satisfies Record<string, Message>;
