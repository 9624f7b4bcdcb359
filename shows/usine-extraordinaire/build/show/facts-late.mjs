/** What chapters 7 to 9 and the finale say; see facts.mjs for `status` and `source`. */
const event = (year, status, source, fr, en) => ({ year, status, source, fr, en });
export const LATE_EVENTS = {
  unimate: event(
    '1961',
    'V',
    'unimate',
    'Unimate, premier robot industriel, à l’usine',
    'Unimate, the first industrial robot, goes to work',
  ),
  bezier: event(
    '1968',
    'V',
    'bezier',
    'Pierre Bézier présente ses courbes à Detroit',
    'Pierre Bézier presents his curves in Detroit',
  ),
  tgv: event('1981', 'V', 'tgv', 'Le TGV Paris-Lyon est inauguré', 'The Paris–Lyon TGV is inaugurated'),
  cobot: event(
    '1996',
    'V',
    'cobot',
    'Colgate et Peshkin inventent le cobot',
    'Colgate and Peshkin invent the cobot',
  ),
};
/** `english`: dates or name where they are words. */
const figure = (name, life, status, source, fr, en, english = {}) => ({
  name,
  life,
  status,
  source,
  fr,
  en,
  ...english,
});
export const LATE_FIGURES = {
  bezier: figure(
    'Pierre Bézier',
    '1910–1999',
    'V',
    'bezier',
    'Ingénieur Renault, père des courbes CAO',
    'Renault engineer, father of CAD curves',
  ),
  morley: figure(
    'Dick Morley',
    '1932–2017',
    'V',
    'plc',
    'Père de l’automate programmable',
    'Father of the PLC',
  ),
  haignere: figure(
    'Claudie Haigneré',
    'née en 1957',
    'K',
    '',
    'Astronaute, première Française dans l’espace',
    'Astronaut, first French woman in space',
    { lifeEn: 'born 1957' },
  ),
};
