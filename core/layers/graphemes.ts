/** What a reader takes for one letter: an accent, however it is written, stays with its base. */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
export const graphemesOf = (text: string): string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);
