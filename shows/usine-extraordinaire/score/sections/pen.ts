import { type Part, key } from '../notes.ts';

/** Two ways to write a bar in one string: a drum's grid and a line of notes. */

const forces: Record<string, number> = { X: 1, x: 0.72, o: 0.42 };

/** `X..o` over one bar, whatever its length: X is full force, x less, o a ghost, anything else a rest. */
export function grid(
  part: Part,
  voice: string,
  bar: number,
  pattern: string,
  more: {
    pitch: string;
    length: number;
    force: number;
    pan: number;
  },
): void {
  pattern.split('').forEach((mark, index) => {
    const share = forces[mark];
    if (share === undefined) return;
    const beat = (index * part.beats) / pattern.length;
    part.play(voice, bar, beat, more.length, more.pitch, more.force * share, more.pan);
  });
}
export type Hand = {
  voice: string;
  /** Beats. */
  unit: number;
  /** Beats by which every other unit comes late. */
  swing: number;
  force: number;
  pan: number;
  /** Semitones. */
  lift: number;
  glides: boolean;
};
export const hand = (voice: string, force: number, more: Partial<Hand> = {}): Hand => ({
  voice,
  unit: 0.5,
  swing: 0,
  force,
  pan: 0,
  lift: 0,
  glides: false,
  ...more,
});
/** Units separated by spaces: a note, a dot that lets it last, a dash that ends it. */
export function line(part: Part, bar: number, notes: string, written: Hand): void {
  const units = notes.split(' ');
  const beatOf = (index: number) => index * written.unit + (index % 2 ? written.swing : 0);
  let from: number | null = null;
  units.forEach((unit, index) => {
    if (unit === '.' || unit === '-') return;
    const following = units.findIndex((each, other) => other > index && each !== '.');
    const end = beatOf(following < 0 ? units.length : following);
    const pitch = key(unit) + written.lift;
    const accent = index % 4 === 0 ? 1 : 0.88;
    const length = (end - beatOf(index)) * 0.94;
    part.glide(written.voice, bar, beatOf(index), length, pitch, written.force * accent, written.pan, from);
    if (written.glides) from = pitch;
  });
}
