/** Cues of chapter 7 to the end. */
const at = (position) => ({ timeline: 'timeline:main', position });
const start = (id) => [{ verb: 'timeline/start', args: { id } }];

export const LATE_CUES = [
  [
    'cue:tgv',
    '18',
    'TGV',
    'TGV',
    'Chapitre 7, à 6:21 : le train passe au pied du bâtiment en deux secondes.',
    { retrigger: 2, actions: start('sting-tgv') },
  ],
  [
    'cue:network',
    '19',
    'Le réseau',
    'The Network',
    'GO chapitre 8. Cyan et magenta ; le public peut allumer ses téléphones.',
    { at: at(401), arrive: { kind: 'loop', from: 399, times: null } },
  ],
  [
    'cue:factory',
    '20',
    'L’usine 4.0',
    'Factory 4.0',
    'GO chapitre 9. Le fil de fer quitte la pierre.',
    { at: at(446), arrive: { kind: 'loop', from: 443, times: null } },
  ],
  [
    'cue:finale',
    '21',
    'Finale',
    'Finale',
    'GO finale. La dernière mesure du chapitre 9 boucle huit fois au plus : applaudissements ou prise de parole.',
    { at: at(491), arrive: { kind: 'loop', from: 489.125, times: 8 } },
  ],
];
