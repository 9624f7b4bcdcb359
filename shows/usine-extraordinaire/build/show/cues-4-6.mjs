/** Cues 10 to 17: joints and stings of chapters 4 to 6. */
const at = (position) => ({ timeline: 'timeline:main', position });
const loop = (from) => ({ kind: 'loop', from, times: null });
const start = (id) => [{ verb: 'timeline/start', args: { id } }];

export const CUES_4_6 = [
  [
    'cue:line',
    '10',
    'La chaîne',
    'The Assembly Line',
    'GO chapitre 4. Colonnes blanches et dures, l’une après l’autre.',
    { at: at(195), arrive: loop(192.5) },
  ],
  [
    'cue:press',
    '11',
    'Coup de presse',
    'Press stroke',
    'Chapitre 4, libre, sur le premier temps : la presse frappe.',
    { retrigger: 0.8, actions: start('sting-press') },
  ],
  [
    'cue:black',
    '12',
    'NOIR 1939–1945',
    'BLACK 1939–1945',
    'Fin du chapitre 4, à 4:09. Deux secondes de noir, son et lumière ; la console coupe tout.',
    { at: at(249) },
  ],
  [
    'cue:rebuilding',
    '13',
    'Reconstruction',
    'Rebuilding',
    'GO chapitre 5. Le noir attend le GO quatre secondes de plus, puis l’aube vient seule, côté Champs-Élysées.',
    { at: at(251), arrive: { kind: 'hold', max: 4 } },
  ],
  [
    'cue:lantern',
    '14',
    'DS, lanterne',
    'DS lantern',
    'Chapitre 5, à 4:35 : la verrière s’allume de l’intérieur.',
    { retrigger: 2, actions: start('sting-lantern') },
  ],
  [
    'cue:concorde',
    '15',
    'Concorde',
    'Concorde',
    'Fin du chapitre 5, à 4:56 : balayage blanc de gauche à droite.',
    { retrigger: 2, actions: start('sting-concorde') },
  ],
  [
    'cue:computing',
    '16',
    'Le calcul',
    'The Age of Computing',
    'GO chapitre 6. Vert sur noir.',
    { at: at(305), arrive: loop(303.5) },
  ],
  [
    'cue:robots',
    '17',
    'Automates & robots',
    'Automation & Robots',
    'GO chapitre 7. Orange.',
    { at: at(353), arrive: loop(350.818) },
  ],
];
