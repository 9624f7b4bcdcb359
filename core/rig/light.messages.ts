import type { Message } from '../messages.ts';

/** Masks, blend and measures. */
export const lightMessages = {
  'rig-mask-space': {
    status: 400,
    en: 'A mask for every output is drawn on the canvas. Draw it there, or give it to one output.',
    fr: 'Un masque pour toutes les sorties se dessine sur la toile. Dessinez-le là, ou donnez-le à une sortie.',
  },
  'rig-mask-element': {
    status: 400,
    en: 'A mask names an element that the façade lacks. Correct the name or take it out.',
    fr: 'Un masque nomme un élément absent de la façade. Corrigez le nom ou retirez-le.',
  },
  'rig-brightness': {
    status: 400,
    en: 'Brightness match needs a luminance above 0 for each output. Measure it with white on.',
    fr: 'L’égalisation demande une luminance positive pour chaque sortie. Mesurez-la sur du blanc.',
  },
  'rig-white-point': {
    status: 400,
    en: 'This white cannot be mixed by the projector. Check the measured x and y, or the kelvin.',
    fr: 'Ce projecteur ne peut pas mélanger ce blanc. Vérifiez x et y mesurés, ou les kelvins.',
  },
} as const satisfies Record<string, Message>;
