import type { WordTable } from './table.ts';

/** The Design page's list of what somebody should look at. */
export const checkWords = {
  designCheck: ['Relire', 'Check'],
  designCheckCount: ['Relire, {n}', 'Check, {n}'],
  designCheckFaults: ['À corriger ({n})', 'To mend ({n})'],
  designCheckRemarks: ['À regarder ({n})', 'To look at ({n})'],
  designCheckNone: [
    'Rien à signaler : tout texte est dans les deux langues, rien n’est muet.',
    'Nothing to say: every text is there in both languages, nothing is muted.',
  ],
  designCheckNo_fr: ['Pas de français :', 'No French:'],
  designCheckNo_en: ['Pas d’anglais :', 'No English:'],
  designCheckStill_fr: ['Le français est encore celui d’un clip neuf :', 'The French is still a new clip’s:'],
  designCheckStill_en: ['L’anglais est encore celui d’un clip neuf :', 'The English is still a new clip’s:'],
  designCheckIn_fr: ['Français', 'French'],
  designCheckIn_en: ['Anglais', 'English'],
  designCheckGiven: ['Texte : {language}', 'Words: {language}'],
  designCheckMuted: ['Muet : on ne le voit ni ne l’entend.', 'Muted: nobody sees or hears it.'],
  designCheckBeyond: [
    'Commence quand sa timeline est finie : on ne le voit jamais.',
    'Begins when its timeline is over: it is never seen.',
  ],
} as const satisfies WordTable;
