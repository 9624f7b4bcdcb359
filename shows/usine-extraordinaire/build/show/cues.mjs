/** Cue list of the show, and what the desks send. */
import { CUES_4_6 } from './cues-4-6.mjs';
import { LATE_CUES } from './cues-late.mjs';

const at = (position) => ({ timeline: 'timeline:main', position });
const start = (id) => [{ verb: 'timeline/start', args: { id } }];

const CUES = [
  [
    'cue:preset',
    '0',
    'Préparation',
    'Preset',
    'Avant le spectacle : une minute calme, en boucle, jusqu’au GO 1. Sans place : ne déplace pas le standby.',
    { actions: start('preset') },
  ],
  [
    'cue:opening',
    '1',
    'Ouverture',
    'Opening',
    'GO. Noir sur la ville, une enclume, une première ligne sur la corniche.',
    { at: at(0), actions: [{ verb: 'timeline/stop', args: { id: 'preset', fade: 1 } }] },
  ],
  [
    'cue:red',
    '2',
    'Rouge',
    'Red',
    'Vers 0:20, à la main : le premier coup de couleur.',
    { retrigger: 0.6, actions: start('sting-red') },
  ],
  [
    'cue:yellow',
    '2.1',
    'Jaune',
    'Yellow',
    'Le deuxième.',
    { retrigger: 0.6, actions: start('sting-yellow') },
  ],
  ['cue:blue', '2.2', 'Bleu', 'Blue', 'Le troisième.', { retrigger: 0.6, actions: start('sting-blue') }],
  [
    'cue:meeting',
    '3',
    'Les couleurs se rencontrent',
    'Colours meet',
    'À 0:31. Éclat de pleine couleur.',
    { retrigger: 1, actions: start('sting-meet') },
  ],
  [
    'cue:steam',
    '4',
    'Vapeur & acier',
    'Steam & Steel',
    'GO chapitre 1. La dernière mesure du prologue boucle jusqu’au GO. Braises par en bas.',
    { at: at(35), arrive: { kind: 'loop', from: 30, times: null } },
  ],
  [
    'cue:hammer',
    '5',
    'Coup de pilon',
    'Hammer blow',
    'Chapitre 1, libre, répétable : anneau blanc et coup grave.',
    { retrigger: 0.6, actions: start('sting-hammer') },
  ],
  [
    'cue:electricity',
    '6',
    'La fée électricité',
    'The Electricity Fairy',
    'GO chapitre 2. Tout s’éteint, une seule lampe.',
    { at: at(85), arrive: { kind: 'loop', from: 82.5, times: null } },
  ],
  [
    'cue:nineteen-hundred',
    '7',
    '1900',
    '1900',
    'Fin du chapitre 2, à 2:10. GRAND : tout l’éclairage, la verrière de l’intérieur.',
    { retrigger: 2, actions: start('sting-nineteen-hundred') },
  ],
  [
    'cue:motion',
    '8',
    'Sciences & mobilité',
    'Science & Motion',
    'GO chapitre 3. Sépia chaud.',
    { at: at(140), arrive: { kind: 'loop', from: 137.5, times: null } },
  ],
  [
    'cue:projector',
    '9',
    'Projecteur',
    'Projector',
    'Chapitre 3, libre : poussières et tremblé sur les ailes, sous 3 Hz.',
    { retrigger: 1, actions: start('sting-projector') },
  ],
  ...CUES_4_6,
];
const TRIGGERS = [
  ['trigger:eos-cue', '/eos/out/event/cue/1/{cue}/fire', 'any', 'cue/go', { cue: '$cue' }],
  ['trigger:qlab-start', '/cue/{cue}/start', 'any', 'cue/go', { cue: '$cue' }],
  ['trigger:qlab-panic', '/panic', 'any', 'panic', {}],
  ['trigger:grandma3-cue', '/gma3/cue', 'any', 'cue/go', { cue: '$1' }],
];

export const cues = (kit) => {
  for (const [id, number, fr, en, note, more] of [...CUES, ...LATE_CUES])
    kit.put(id, { number, name: { fr, en }, note, ...more });
  for (const [id, address, when, verb, args] of TRIGGERS)
    kit.put(id, { input: 'osc', address, when, verb, args });
};
