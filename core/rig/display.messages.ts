import type { Message } from '../messages.ts';

/** Outputs and the displays of the machine. */
export const displayMessages = {
  'display-lost': {
    status: 503,
    en: 'The display of this output is gone; the output waits. Look at its power and cable: it comes back where it was.',
    fr: 'L’écran de cette sortie a disparu ; la sortie attend. Vérifiez son alimentation et son câble : elle reviendra à sa place.',
  },
  'display-missing': {
    status: 503,
    en: 'The output waits for its display, which is not there. Switch it on and plug it in, or give the output another one.',
    fr: 'La sortie attend son écran, qui est absent. Allumez-le et branchez-le, ou donnez un autre écran à la sortie.',
  },
  'display-moved': {
    status: 409,
    en: 'The display of this output lies elsewhere than when it was assigned. Give it this display anew, or put cables and screen order back.',
    fr: 'L’écran de cette sortie n’est plus où il était. Attribuez-le de nouveau, ou remettez les câbles et l’ordre des écrans.',
  },
  'displays-astray': {
    status: 409,
    en: 'Some outputs are not on the display that the rig says. Look at each under Calibrate.',
    fr: 'Des sorties ne sont pas sur l’écran prévu par l’installation. Voyez chacune dans Calibrage.',
  },
} as const satisfies Record<string, Message>;
