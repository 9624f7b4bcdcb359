/**
 * How well a text fits what somebody types in a hurry: accents and case don't count, words may come in any order, and
 * letters may be left out. Higher is better; null: not at all.
 */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('’', "'");

const WHOLE_WORD = 1000;
const INSIDE = 600;
const SCATTERED = 200;

const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);

/** `word` and `text` are folded. */
const scoreOf = (word: string, text: string, isLoose: boolean): number | null => {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!isLetter(text[at - 1])) return WHOLE_WORD - Math.min(at, 100);
  const inside = text.indexOf(word);
  if (inside >= 0) return INSIDE - Math.min(inside, 100);
  return isLoose ? scattered(word, text) : null;
};

/** Its letters in this order; each gap costs. */
const scattered = (word: string, text: string): number | null => {
  if (word.length < 2) return null;
  let at = -1;
  let gaps = 0;
  for (const letter of word) {
    const next = text.indexOf(letter, at + 1);
    if (next < 0) return null;
    if (at >= 0) gaps += next - at - 1;
    at = next;
  }
  // Letters that lie all over a long text say nothing.
  return gaps > word.length * 4 ? null : SCATTERED - gaps;
};

/** `isLoose`: letters may be left out. */
export const matchScore = (query: string, text: string, isLoose = true): number | null => {
  const inText = folded(text);
  let sum = 0;
  for (const word of folded(query).split(/\s+/).filter(Boolean)) {
    const score = scoreOf(word, inText, isLoose);
    if (score === null) return null;
    sum += score;
  }
  return sum - Math.min(inText.length, 60) / 10;
};
