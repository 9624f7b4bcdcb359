import type { Message } from '../../messages.ts';

const wrong = (en: string, fr: string) => ({ status: 400, en, fr }) as const;
/** What can be wrong with a calibration file of another program. */
export const mpcdiMessages = {
  'mpcdi-archive': wrong(
    'This is no MPCDI archive. Choose the .mpcdi file that the calibration program exported.',
    'Ce n’est pas une archive MPCDI. Choisissez le fichier .mpcdi exporté par le logiciel de calibration.',
  ),
  'mpcdi-manifest': wrong(
    'The archive’s mpcdi.xml can’t be used. Export the 2D media profile again.',
    'Le fichier mpcdi.xml de l’archive est inutilisable. Exportez de nouveau le profil « 2D media ».',
  ),
  'mpcdi-warp': wrong(
    'A warp of the archive can’t be used. Export it again.',
    'Une déformation de l’archive est inutilisable. Exportez-la de nouveau.',
  ),
  'mpcdi-maps-recomputed': {
    status: 409,
    en: 'Alpha and beta maps were not taken: blends are computed anew from the warps. Check the black level by hand.',
    fr: 'Les cartes alpha et bêta ne sont pas reprises : les fondus sont recalculés. Vérifiez le niveau de noir à la main.',
  },
} as const satisfies Record<string, Message>;
