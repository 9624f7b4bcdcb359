/**
 * What a section of the score is made of. Everything grows from one five-unit telegraph code: the letters F R I S E in
 * the International Telegraph Alphabet No. 2, the standard that grew from Baudot's code of 1874; 1 is a mark (a
 * note), 0 a space.
 */
export const code = { F: '10110', R: '01010', I: '01100', S: '10100', E: '10000' } as const;
export type Letter = keyof typeof code;

export type Note = {
  voice: string;
  /** Seconds from the section's start. */
  at: number;
  /** Seconds. */
  duration: number;
  /** MIDI key, 69 is A4 at 440 Hz; a fraction is a detuning. */
  key: number;
  /** 0–1: loudness, and brightness where the instrument has it. */
  force: number;
  /** −1 left … 1 right. */
  pan: number;
  /** MIDI key from which a gliding voice comes, or null. */
  from: number | null;
  /** Where a note that wanders is at its end, −1 … 1, or null. */
  drift: number | null;
};
export type Section = {
  name: string;
  seconds: number;
  /** Seconds of reverberation that ring on after the end; with 0 the sound is cut at the end. */
  tail: number;
  /** Reverberation time of the hall, seconds. */
  hall: number;
  notes: Note[];
};

const steps: Record<string, number> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11 };

/** `Bb3` → 58. Throws on anything else, so that a slip of the pen is heard at once. */
export function key(name: string): number {
  const match = /^([A-G])([b#]?)(-?\d)$/.exec(name);
  const step = match ? steps[match[1] ?? ''] : undefined;
  if (!match || step === undefined) throw new Error(`"${name}" is no note: write it as Bb3`);
  const bend = match[2] === '#' ? 1 : match[2] === 'b' ? -1 : 0;
  return 12 * (Number(match[3]) + 1) + step + bend;
}
export const keys = (names: string): number[] => names.trim().split(/\s+/).map(key);
export const hertz = (midi: number): number => 440 * 2 ** ((midi - 69) / 12);

/** A pen that writes notes in beats from a bar, so that a section reads like a part. */
export class Part {
  readonly notes: Note[] = [];
  constructor(
    readonly beat: number,
    readonly beats: number,
  ) {}

  /** Seconds at which bar `bar` (from 1) and beat `beat` (from 0) begin. */
  time(bar: number, beat = 0): number {
    return ((bar - 1) * this.beats + beat) * this.beat;
  }
  play(
    voice: string,
    bar: number,
    beat: number,
    length: number,
    pitch: number | string,
    force: number,
    pan = 0,
  ) {
    const midi = typeof pitch === 'string' ? key(pitch) : pitch;
    this.glide(voice, bar, beat, length, midi, force, pan, null);
  }
  glide(
    voice: string,
    bar: number,
    beat: number,
    length: number,
    midi: number,
    force: number,
    pan: number,
    from: number | null,
  ) {
    const at = this.time(bar, beat);
    this.notes.push({ voice, at, duration: length * this.beat, key: midi, force, pan, from, drift: null });
  }
  /** A note that wanders across the picture. */
  pass(
    voice: string,
    bar: number,
    beat: number,
    length: number,
    pitch: string,
    force: number,
    [pan, drift]: [from: number, to: number],
  ) {
    const at = this.time(bar, beat);
    this.notes.push({
      voice,
      at,
      duration: length * this.beat,
      key: key(pitch),
      force,
      pan,
      from: null,
      drift,
    });
  }
  chord(
    voice: string,
    bar: number,
    beat: number,
    length: number,
    names: string,
    force: number,
    spread = 0.4,
  ) {
    const all = keys(names);
    all.forEach((each, index) => {
      const pan = all.length < 2 ? 0 : spread * ((2 * index) / (all.length - 1) - 1);
      this.play(voice, bar, beat, length, each, force, pan);
    });
  }
  /** The marks of a letter, each lasting until the next mark; `unit` in beats; pitches taken in turn. */
  letter(
    voice: string,
    letter: Letter,
    bar: number,
    beat: number,
    unit: number,
    pitches: string,
    force: number,
    pan = 0,
  ) {
    const bits = code[letter];
    const names = keys(pitches);
    let next = 0;
    for (let index = 0; index < bits.length; index += 1) {
      if (bits[index] !== '1') continue;
      const following = bits.indexOf('1', index + 1);
      const length = ((following < 0 ? bits.length + 0.6 : following) - index) * unit;
      this.play(voice, bar, beat + index * unit, length * 0.96, names[next % names.length] ?? 60, force, pan);
      next += 1;
    }
  }
}
