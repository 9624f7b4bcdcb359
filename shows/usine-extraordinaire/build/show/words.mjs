/**
 * Years in the porch's attic, captions on its frieze: always there, on stone that drawings keep calm. Sizes are the
 * height of a capital: year 4.4 m; text 1.2 m, so that an x is 0.87 m high.
 */
import { EVENTS, FIGURES, readingTime } from './facts.mjs';
import { keys } from './kit.mjs';

const MIDDLE = 117.5;
const LONG = 34;
/**
 * Two lines of nearly the same length; a line never begins with a French punctuation mark. Two lines hang from an empty
 * one, so that their baselines stand where a single line’s would, one line lower.
 */
export const balanced = (text) => {
  if (text.length <= LONG) return text;
  let best = text;
  let least = Infinity;
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] !== ' ') continue;
    const worse = Math.max(i, text.length - i - 1);
    if (worse < least) {
      least = worse;
      best = `\n${text.slice(0, i)}\n${text.slice(i + 1)}`;
    }
  }
  return best;
};
/** French sets a no-break space before : ; ! ? » and after «. */
const typeset = (text) => text.replace(/ ([:;!?»])/g, '\u00a0$1').replace(/« /g, '«\u00a0');
const both = (make) => ({ fr: make('fr'), en: make('en') });
const line = (name, words, y, size, style, more = {}) => [
  'text',
  { text: words, x: MIDDLE, y, align: 'centre', size, lineHeight: 1.36, weight: 600, ...style, ...more },
  name,
];
const put = (kit, id, span, [layer, parameters, words], more) =>
  kit.clip('words', id, layer, span, parameters, { words, fadeIn: 0.4, fadeOut: 0.4, ...more });

const longEnough = (id, [start, end], characters) => {
  const need = readingTime(characters);
  if (end - start < need - 1e-6)
    throw new Error(`${id} stands ${end - start} s and needs ${need.toFixed(2)} s`);
};

/** The years between are counted, at most eight of them, over about half a second. */
const counted = (from, to) => {
  if (from === undefined || from >= to) return {};
  const steps = Math.min(8, to - from);
  const years = Array.from({ length: steps + 1 }, (_, i) => Math.round(from + ((to - from) * i) / steps));
  return {
    keyframes: { text: years.map((year, i) => ({ at: i * 0.075, value: String(year), ease: 'hold' })) },
  };
};
/** A gold point on the cartouche, each time that the story happens on this very site. */
const HERE = new Set(['palais', 'expo1881', 'expo1900', 'menagers', 'deuxcv', 'ds']);
const pin = (kit, key, span, more) =>
  kit.clip(
    'words',
    `here-${key}`,
    'shape',
    span,
    {
      path: 'M 0 0.75 L 0.2 0.2 L 0.75 0 L 0.2 -0.2 L 0 -0.75 L -0.2 -0.2 L -0.75 0 L -0.2 0.2 Z',
      x: MIDDLE,
      y: 28.1,
      stroke: '#ffd873',
      strokeWidth: 0.1,
      fill: '#ffd873',
      fillOpacity: 1,
      glow: 1.1,
      glowLevel: 0.6,
    },
    { words: 'Ici même', fadeIn: 0.8, fadeOut: 0.6, ...more },
  );

/** Event: caption for the span, year for the span too, counted up from `style.from`. */
export const event = (kit, key, span, style, more = {}) => {
  const fact = EVENTS[key];
  longEnough(key, span, Math.max(fact.fr.length, fact.en.length));
  const set = both((language) => balanced(typeset(fact[language])));
  const two = set.fr.includes('\n') || set.en.includes('\n');
  // Where one language needs two lines, the other's single one hangs as they do: on the frieze, not on its cornice.
  const words = both((language) =>
    two && !set[language].includes('\n') ? `\n${set[language]}` : set[language],
  );
  put(
    kit,
    `caption-${key}`,
    span,
    line(`Texte : ${fact.fr}`, words, two ? 17.98 + 1.2 * 1.36 : 17.05, two ? 1.2 : 1.4, {
      colour: style.text,
    }),
    more,
  );
  if (style.here || HERE.has(key)) pin(kit, key, span, more);
  const count = counted(style.from, Number(fact.year));
  put(
    kit,
    `year-${key}`,
    span,
    line(`Année ${fact.year}`, fact.year, 21.15, 4.4, {
      font: style.font,
      colour: style.colour,
      weight: 400,
      spacing: 0.06,
    }),
    { ...count, ...more },
  );
};

/** Figure: name in the chapter's face, dates and role below, the emblem drawn in the attic. */
export const figure = (kit, key, span, style, emblem, more = {}) => {
  const who = FIGURES[key];
  const name = who.nameEn === undefined ? who.name : { fr: who.name, en: who.nameEn };
  const life = { fr: who.life, en: who.lifeEn ?? who.life };
  const role = both((language) => [life[language], who[language]].filter(Boolean).join('  ·  '));
  longEnough(key, span, who.name.length + Math.max(role.fr.length, role.en.length) - 5);
  put(
    kit,
    `name-${key}`,
    span,
    line(`Nom : ${who.name}`, name, 17.85, style.nameSize ?? 1.35, {
      font: style.font,
      colour: style.colour,
      weight: 400,
      spacing: 0.04,
    }),
    more,
  );
  put(
    kit,
    `role-${key}`,
    span,
    line(`Rôle : ${who.fr}`, role, 16.4, 0.98, { colour: style.text, weight: 500 }),
    more,
  );
  emblem.forEach((part, i) =>
    kit.clip(
      'words',
      `emblem-${key}-${i + 1}`,
      'shape',
      span,
      {
        x: MIDDLE,
        y: 23.3,
        stroke: style.colour,
        strokeWidth: 0.16,
        draw: 0,
        glow: 0.35,
        glowLevel: 0.25,
        ...part,
      },
      {
        words: `Emblème ${i + 1} : ${who.name}`,
        fadeOut: 0.4,
        keyframes: { draw: keys([0, 0, 'smooth'], [1.8, 1]) },
        ...more,
      },
    ),
  );
};
