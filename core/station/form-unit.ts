/** The unit that a field's description names: "hold-off, seconds" → "s". A unit is a word of its own, the last one wins. */
const UNITS: Readonly<Record<string, string>> = {
  seconds: 's',
  second: 's',
  s: 's',
  ms: 'ms',
  milliseconds: 'ms',
  minutes: 'min',
  hours: 'h',
  frames: 'frames',
  metres: 'm',
  pixels: 'px',
  hz: 'Hz',
  khz: 'kHz',
  db: 'dB',
  dbfs: 'dBFS',
  lufs: 'LUFS',
  percent: '%',
  '%': '%',
  days: 'd',
  gib: 'GiB',
  gb: 'GB',
  mb: 'MB',
  bpm: 'bpm',
  lm: 'lm',
};

/** The first of its clauses that names one: what is said in brackets is of something else. */
export const unitOf = (note: string): string | null => {
  if (/pixels per metre/i.test(note)) return 'px/m';
  // Neither "the path’s own" nor "a second set" names a unit.
  const plain = note.replace(/\([^)]*\)/g, '').replaceAll(/[’']s\b|\ba second set\b/g, '');
  for (const clause of plain.split(/[.;:]/)) {
    if (/ a second\b/.test(clause)) return '/s';
    const found = clause.match(/[a-z%]+/gi)?.findLast((each) => Object.hasOwn(UNITS, each.toLowerCase()));
    if (found !== undefined) return UNITS[found.toLowerCase()] ?? null;
  }
  return null;
};
