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

export const unitOf = (note: string): string | null => {
  if (/pixels per metre/i.test(note)) return 'px/m';
  // What a description says after its first stop, or in brackets, is of something else.
  const [first = ''] = note.split(/[.;:(]/);
  const found = first.match(/[a-z%]+/gi)?.findLast((each) => Object.hasOwn(UNITS, each.toLowerCase()));
  return found === undefined ? null : (UNITS[found.toLowerCase()] ?? null);
};
