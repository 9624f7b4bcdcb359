import { type Letter, Part, type Section, code } from '../notes.ts';

/** Steam and steel, 1868–1889: D minor, 96, 20 bars of 2.5 s; bars 19 and 20 are one, so that the last can loop. */
export function steam(): Section {
  const part = new Part(0.625, 4);
  for (let bar = 1; bar <= 20; bar += 1) works(part, bar);
  fifths(part);
  theme(part, 5, 'brass', 0, 0.7);
  theme(part, 9, 'brass', 0, 0.75);
  theme(part, 9, 'strings', 12, 0.6);
  tower(part);
  locomotive(part);
  return { name: 'steam', seconds: 50, tail: 5, hall: 3.2, notes: part.notes };
}

/** The shop: hammer on one, anvil on two and four, steam as the hi-hat. */
function works(part: Part, bar: number): void {
  const grown = Math.min(1, 0.6 + bar * 0.03);
  part.play('hammer', bar, 0, 1.6, 'D1', bar === 1 || bar === 13 ? 1 : 0.72 * grown);
  if (bar >= 13 && bar <= 16) part.play('hammer', bar, 2.5, 1, 'D1', 0.4);
  part.play('anvil', bar, 1, 1, 'D5', 0.42 * grown, -0.35);
  part.play('anvil', bar, 3, 1, 'A5', 0.46 * grown, 0.35);
  if (bar % 4 === 0) part.play('anvil', bar, 3.5, 1, 'D6', 0.3, 0.45);
  for (let half = 0; half < 8; half += 1)
    part.play(
      'hiss',
      bar,
      half * 0.5,
      half % 2 ? 0.34 : 0.14,
      'D5',
      half % 2 ? 0.75 * grown : 0.4 * grown,
      half % 2 ? 0.25 : -0.25,
    );
  if (bar >= 9 && bar <= 18) rivets(part, bar);
}

/** Rivets: the letter's five bits in sixteenths, running on across the bar lines. */
function rivets(part: Part, bar: number): void {
  for (let step = 0; step < 16; step += 1) {
    if (code.F[((bar - 9) * 16 + step) % 5] !== '1') continue;
    const force = 0.2 + 0.03 * (bar - 9) + (step % 4 === 0 ? 0.12 : 0);
    part.play('rivet', bar, step / 4, 0.25, step % 2 ? 'A5' : 'E6', force, step % 2 ? 0.65 : -0.65);
  }
}

const roots = ['D2 A2', 'Bb1 F2', 'G1 D2', 'A1 E2'];
function fifths(part: Part): void {
  for (let bar = 1; bar <= 16; bar += 1) {
    const root = bar <= 4 ? 'D2 A2' : (roots[(bar - 5) % 4] ?? 'D2 A2');
    const force = bar <= 4 ? 0.62 + bar * 0.03 : bar >= 13 ? 0.8 : 0.72;
    // The motif's own rhythm: long, short, long.
    part.chord('brass', bar, 0, 0.92, root, force, 0.3);
    part.chord('brass', bar, 1, 0.46, root, force * 0.9, 0.3);
    part.chord('brass', bar, 1.5, 2.2, root, force, 0.3);
    if (bar >= 5) part.play('timpani', bar, 3.5, 0.5, root.slice(0, root.indexOf(' ')), 0.4);
  }
}

const lines: [Letter, string][] = [
  ['F', 'D4 A4 Bb4'],
  ['R', 'G4 A4'],
  ['I', 'F4 E4'],
  ['S', 'D4 E4'],
];
function theme(part: Part, from: number, voice: string, up: number, force: number): void {
  lines.forEach(([letter, pitches], index) => {
    const before = part.notes.length;
    part.letter(voice, letter, from + index, 0, 0.5, pitches, force, up ? 0.25 : -0.15);
    for (const note of part.notes.slice(before)) note.key += up;
  });
  if (from < 9) return;
  part.chord('strings', from, 0, 4, 'D3 A3 F4', 0.4);
  part.chord('strings', from + 1, 0, 4, 'D3 Bb3 F4', 0.42);
  part.chord('strings', from + 2, 0, 4, 'D3 Bb3 G4', 0.46);
  part.chord('strings', from + 3, 0, 2, 'E3 A3 D4', 0.5);
  part.chord('strings', from + 3, 2, 2, 'E3 A3 C#4', 0.55);
}

/** The tower rises: B flat, C, D, A, each step with the motif turned upwards, and it stands at bar 16. */
function tower(part: Part): void {
  const chords = ['Bb2 F3 D4 F4', 'C3 G3 E4 G4', 'D3 A3 F4 A4', 'A2 E3 A3 C#4 E4'];
  const rising = ['Bb4 D5 F5', 'C5 E5 G5', 'D5 F5 A5', 'E5 A5 C#6'];
  chords.forEach((chord, index) => {
    part.chord('brass', 13 + index, 0, 3.8, chord, 0.62 + index * 0.05, 0.5);
    part.letter('brass', 'F', 13 + index, 0, 0.5, rising[index] ?? 'D5', 0.6, 0.1);
    part.letter('strings', 'F', 13 + index, 0, 0.5, rising[index] ?? 'D5', 0.75, -0.2);
    part.play(
      'bell',
      13 + index,
      0,
      2,
      (rising[index] ?? 'D5').split(' ')[0] ?? 'D5',
      0.25 + 0.06 * index,
      0.2,
    );
  });
  part.play('cymbal', 16, 1, 3, 'A5', 0.7);
  part.play('crash', 13, 0, 2, 'A5', 0.55);
}

/** Four bars of a train pulling out: eighths, triplets, then sixteenths for good. */
function locomotive(part: Part): void {
  part.play('crash', 17, 0, 2, 'A5', 0.6);
  part.chord('brass', 17, 0, 3.6, 'D2 A2 D3 A3', 0.7, 0.5);
  part.chord('brass', 18, 0, 3.6, 'C2 G2 C3 G3', 0.66, 0.5);
  const steps = [8, 12, 16, 16];
  steps.forEach((count, index) => {
    for (let step = 0; step < count; step += 1) {
      const strong = step % 4 === 0;
      part.play(
        'chuff',
        17 + index,
        (step * 4) / count,
        0.4,
        strong ? 'E4' : 'A4',
        strong ? 0.75 : 0.45,
        step % 2 ? 0.3 : -0.3,
      );
    }
  });
  whistle(part, 17, 2.5);
  for (const bar of [19, 20]) {
    part.chord('brass', bar, 0, 1.9, 'D2 A2', 0.62, 0.3);
    part.letter('brass', 'F', bar, 0, 0.5, 'D3 A3 Bb3', 0.5, -0.2);
    part.letter('timpani', 'F', bar, 2, 0.25, 'D2 A2 D2', 0.5);
    part.letter('pizzicato', 'F', bar, 2, 0.25, 'D4 A4 Bb4', 0.5, 0.3);
    part.chord('strings', bar, 0, 3.6, 'D3 A3', 0.42);
  }
}
/** A chime whistle of three notes, bending up as the pressure comes. */
function whistle(part: Part, bar: number, beat: number): void {
  for (const [pitch, pan] of [
    ['D5', -0.4],
    ['F5', 0],
    ['A5', 0.4],
  ] as const) {
    const before = part.notes.length;
    part.play('theremin', bar, beat, 2.6, pitch, 0.3, pan);
    for (const note of part.notes.slice(before)) note.from = note.key - 3;
  }
}
