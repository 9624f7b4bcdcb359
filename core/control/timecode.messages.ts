import type { Message } from '../messages.ts';

/** What is said of time code and MIDI. */
const said = (status: Message['status'], en: string, fr: string) => ({ status, en, fr }) as const;

export const timecodeMessages = {
  'timecode-off': said(
    409,
    'No time code source is chosen. Set timecode:main, source, in the station’s settings.',
    'Aucune source de time code n’est choisie. Réglez timecode:main, source, dans les réglages de la station.',
  ),
  'timecode-rate': said(
    409,
    'The code runs at another rate than the station expects, so main drifts or jumps. Set timecode:main, rate, to what the source sends.',
    'Le code tourne à une autre cadence que celle réglée : main dérive ou saute. Réglez timecode:main, rate, sur celle de la source.',
  ),
  'timecode-lost': said(
    409,
    'The time code is gone for longer than the freewheel. Check the source and its cable; main follows again when it is back.',
    'Le time code est absent depuis plus longtemps que la roue libre. Vérifiez la source et son câble ; main suivra de nouveau à son retour.',
  ),
  'timecode-input': said(
    409,
    'The audio input for LTC can’t be opened. Plug it in, choose another in timecode:main, device, or allow the microphone on the sound page.',
    'L’entrée audio du LTC ne s’ouvre pas. Branchez-la, choisissez-en une autre dans timecode:main, device, ou autorisez le micro sur la page son.',
  ),
  'timecode-output': said(
    409,
    'The output for time code can’t be opened. Plug it in, or choose another in timecode-out:main.',
    'La sortie du time code ne s’ouvre pas. Branchez-la, ou choisissez-en une autre dans timecode-out:main.',
  ),
  'timecode-no-page': said(
    409,
    'No sound page is open that could measure. Open /audio on this machine and set the source to LTC.',
    'Aucune page son n’est ouverte pour mesurer. Ouvrez /audio sur cette machine et choisissez LTC comme source.',
  ),
  'timecode-no-loop': said(
    409,
    'The code that was played did not come back. Connect the output to the LTC input with a cable, and turn its level up.',
    'Le code joué n’est pas revenu. Reliez la sortie à l’entrée LTC par un câble, et montez son niveau.',
  ),
  'timecode-busy': said(
    409,
    'A measurement is running. Wait for it.',
    'Une mesure est en cours. Attendez-la.',
  ),
  'midi-missing': said(
    409,
    'MIDI can’t be opened, or the chosen input is not there. Plug it in, or choose another in midi:main, device.',
    'Le MIDI ne s’ouvre pas, ou l’entrée choisie est absente. Branchez-la, ou choisissez-en une autre dans midi:main, device.',
  ),
} as const satisfies Record<string, Message>;
