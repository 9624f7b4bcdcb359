/** Facts of chapters 4 to 6; see facts.mjs for what status and source mean. */
const event = (year, status, source, fr, en) => ({ year, status, source, fr, en });
export const EVENTS_4_6 = {
  ford: event('1913', 'V', 'ford', 'Ford met le châssis en mouvement', 'Ford sets the chassis in motion'),
  javel: event(
    '1915',
    'V',
    'citroen',
    'Quai de Javel, des ouvrières tournent les obus',
    'Quai de Javel: women workers turn out shells',
  ),
  'art-deco': event(
    '1925',
    'V~',
    'citroen',
    'Art déco : la tour Eiffel s’illumine',
    'Art Deco: the Eiffel Tower lights up',
  ),
  menagers: event(
    '1926',
    'V',
    'gp-arts',
    'Le Salon des arts ménagers entre au Grand Palais',
    'The Household Arts Show moves into the Grand Palais',
  ),
  conges: event(
    '1936',
    'K',
    '',
    'Congés payés et semaine de 40 heures',
    'Paid holidays and the 40-hour week',
  ),
};
const figure = (name, life, status, source, fr, en) => ({ name, life, status, source, fr, en });
export const FIGURES_4_6 = {
  taylor: figure(
    'Frederick W. Taylor',
    '1856–1915',
    'K',
    '',
    'Ingénieur de l’organisation du travail',
    'Engineer of work organisation',
  ),
  citroen: figure(
    'André Citroën',
    '1878–1935',
    'V',
    'citroen',
    'Industriel des engrenages et de l’automobile',
    'Industrialist of gears and motor cars',
  ),
  paris: figure(
    'Marie-Louise Paris',
    '1889–1969',
    'V',
    'paris',
    'Ingénieure, fondatrice de l’EPF',
    'Engineer, founder of the EPF',
  ),
};
