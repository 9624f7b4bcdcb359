/** Words of the cue sheet, French first: it is printed where no console is. */
const table = {
  title: ['Conduite', 'Cue sheet'],
  revision: ['révision {revision}', 'revision {revision}'],
  picture: ['Image', 'Picture'],
  number: ['N°', 'No.'],
  name: ['Nom', 'Name'],
  time: ['Temps', 'Time'],
  timeline: ['Timeline', 'Timeline'],
  arrival: ['À l’arrivée', 'On arrival'],
  go: ['GO', 'GO'],
  actions: ['Actions', 'Actions'],
  triggers: ['Déclencheurs', 'Triggers'],
  notes: ['Notes', 'Notes'],
  sting: ['sans place', 'no place'],
  pass: ['passe', 'passes'],
  hold: ['s’arrête, attend GO', 'holds, waits for GO'],
  holdMax: ['s’arrête {seconds} s au plus', 'holds {seconds} s at most'],
  loop: ['boucle depuis {from}, attend GO', 'loops from {from}, waits for GO'],
  loopTimes: ['boucle depuis {from}, {times} tours', 'loops from {from}, {times} laps'],
  beat: ['attend le temps', 'waits for the beat'],
  bar: ['attend la mesure', 'waits for the bar'],
  lap: ['attend la fin du tour', 'waits for the end of the lap'],
  atOnce: ['aussitôt', 'at once'],
  preWait: ['pré-attente {seconds} s', 'pre-wait {seconds} s'],
  fade: ['fondu {seconds} s', 'cross-fade {seconds} s'],
  entry: ['entre à {at}', 'enters at {at}'],
  skip: ['sauté par GO', 'skipped by GO'],
  disarmed: ['désarmé', 'disarmed'],
  continue: ['enchaîne après {seconds} s', 'the next follows after {seconds} s'],
  follow: ['enchaîne sur {cue} après {seconds} s', '{cue} follows after {seconds} s'],
  variant: ['variante {count}', 'variant {count}'],
  rule: [
    'Tout pupitre lance l’effet n : OSC /frise/cue/n/go · Eos : effet n · grandMA3 : Go+ Sequence … Cue n · MagicQ : /pb/1/n · Hog 4 : liste.n · QLab : /cue/n/start',
    'Any desk fires cue n: OSC /frise/cue/n/go · Eos: cue n · grandMA3: Go+ Sequence … Cue n · MagicQ: /pb/1/n · Hog 4: list.n · QLab: /cue/n/start',
  ],
  drawing: ['Images : {done} sur {total}', 'Pictures: {done} of {total}'],
  print: ['Imprimer ou enregistrer en PDF', 'Print, or save as PDF'],
  failed: ['La conduite ne peut pas être faite : {why}', 'The cue sheet can’t be made: {why}'],
} as const;

export type SheetLanguage = 'fr' | 'en';
export type SheetWord = keyof typeof table;

export const sheetWord = (
  language: SheetLanguage,
  key: SheetWord,
  values: Record<string, string | number> = {},
): string =>
  table[key][language === 'fr' ? 0 : 1].replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
