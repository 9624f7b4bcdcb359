/** What became of a message, by its first word: it did something, it was held back, or it meant nothing. */
const TONES: Readonly<Record<string, 'good' | 'amber' | 'bad' | 'dim'>> = {
  trigger: 'good',
  verb: 'good',
  ping: 'good',
  reply: 'dim',
  held: 'amber',
  disarmed: 'amber',
  ignored: 'dim',
  foreign: 'dim',
  unknown: 'bad',
  invalid: 'bad',
  malformed: 'bad',
};
export const toneOf = (verdict: string): string => TONES[/^[a-z]+/.exec(verdict)?.[0] ?? ''] ?? 'dim';
