/**
 * The ninety-second version: nothing is drawn or composed for it, it shows and sounds parts of the main timeline, joined
 * where bars begin. `[name, words, from, to, fade]`: seconds of main; a fade of 0 is a cut on the beat.
 */
import { readingTime } from './facts.mjs';

const PARTS = [
  ['prologue', 'Prologue', 25.545, 32.5, 1],
  ['steam', 'Vapeur & acier', 65, 72.5, 0.5],
  ['electricity', 'La fée électricité', 130, 137.5, 0.5],
  ['motion', 'Sciences & mobilité', 181.25, 188.75, 0.5],
  ['line', 'La chaîne', 203, 209, 0],
  ['thirty', 'Reconstruction', 275, 281, 0.5],
  ['computing', 'Le calcul', 333.364, 339.909, 0.5],
  ['robots', 'Automates & robots', 385, 393, 0],
  ['network', 'Le réseau', 425, 432.5, 0.5],
  ['factory', 'L’usine 4.0', 483.5, 491, 0.5],
  ['finale', 'Finale', 521, 540, 0.5],
];
/** Sound is handed over on the first beat of the new part: it begins sharply, and what was goes in an eighth of a second. */
const ATTACK = 0.01;
const RELEASE = 0.125;

/** Words that could not be read to the end: better none than half a name. */
const cutOff = (records, from, to) =>
  Object.entries(records)
    .filter(([id, { layer }]) => layer === 'text' && /^clip:(caption|name|role|year)-/.test(id))
    .filter(([id, { start, duration, parameters }]) => {
      const seen = Math.min(to, start + duration) - Math.max(from, start);
      return seen > 0 && seen < Math.min(duration, longest(id, parameters.text)) - 1e-6;
    })
    .map(([id]) => id)
    .sort();
/** A year is read at a glance. */
const longest = (id, text) =>
  id.startsWith('clip:year-')
    ? 2
    : Math.max(...Object.values(text).map((words) => readingTime(words.length)));

export const shortVersion = (kit) => {
  kit.timeline('short', { name: 'Version courte', duration: 90, blend: 'normal', tempo: [] });
  kit.track('short', 'short', 'Extraits');
  kit.track('short', 'short-sound', 'Extraits, son');
  let at = 0;
  for (const [i, [name, words, from, to, fade]] of PARTS.entries()) {
    const length = to - from;
    // It runs on below the next one’s fade-in; a bar’s first stroke of what was must not be heard there.
    const under = PARTS[i + 1]?.[4] ?? 0;
    kit.clip(
      'short',
      `short-${name}`,
      'excerpt',
      [at, at + length + under],
      { timeline: 'timeline:main', offset: from, without: cutOff(kit.records, from, from + length + under) },
      { words, fadeIn: fade },
    );
    const isLast = i === PARTS.length - 1;
    kit.clip(
      'short-sound',
      `short-${name}-sound`,
      'sound',
      [at, at + length + (isLast ? 0 : RELEASE)],
      { media: 'media:soundtrack', gain: 1, offset: from },
      { words: `${words}, son`, fadeIn: i === 0 ? 1 : ATTACK, fadeOut: isLast ? 0 : RELEASE },
    );
    at += length;
  }
  kit.put('cue:short', {
    number: '90',
    name: { fr: 'Version courte', en: 'Short version' },
    note: 'Quatre-vingt-dix secondes, par son numéro seulement : GO ne va pas jusqu’ici.',
    at: { timeline: 'timeline:short', position: 0 },
    skip: true,
    fade: 1,
    actions: [{ verb: 'timeline/stop', args: { id: 'preset', fade: 1 } }],
  });
};
