import { type Letter, Part, type Section } from '../notes.ts';

/** The electricity fairy, 1871–1900: a waltz in G, 144, 44 bars of 1.25 s. Bars 43–44 repeat 41–42: the loop. */
export function electricity(): Section {
  const part = new Part(60 / 144, 3);
  part.play('hum', 1, 0, 132, 'G1', 0.55);
  firstLamp(part);
  strain(part, 5, 'glass', 0.55, openChords);
  strain(part, 13, 'glass', 0.5, closingChords);
  theremin(part);
  descent(part);
  lift(part);
  fair(part);
  for (let bar = 5; bar <= 44; bar += 1) {
    part.play('crackle', bar, 1, 0.5, 'G5', bar < 29 ? 0.3 : 0.45, 0.4);
    part.play('crackle', bar, 2, 0.4, 'G5', bar < 29 ? 0.2 : 0.35, -0.4);
  }
  return { name: 'electricity', seconds: 55, tail: 5, hall: 3, notes: part.notes };
}

/** Everything is off but one lamp, and it speaks the motif. */
function firstLamp(part: Part): void {
  part.play('crackle', 1, 0, 4, 'G5', 0.6, -0.2);
  part.letter('celesta', 'F', 1, 0, 1, 'G5 D6 E6', 0.5, -0.2);
  part.letter('celesta', 'F', 3, 0, 1, 'G6 D7 E7', 0.4, 0.4);
  part.chord('glass', 1, 0, 6, 'G3 D4', 0.35);
  part.chord('glass', 3, 0, 6, 'G3 D4 A4', 0.4);
}

type Waltz = [bass: string, chord: string];
const openChords: Waltz[] = [
  ['G2', 'B3 D4 G4'],
  ['E2', 'B3 E4 G4'],
  ['A2', 'A3 C4 E4'],
  ['D2', 'A3 C4 F#4'],
  ['G2', 'B3 D4 G4'],
  ['E2', 'B3 E4 G4'],
  ['A2', 'A3 C#4 G4'],
  ['D2', 'A3 C4 F#4'],
];
const closingChords: Waltz[] = [
  ['G2', 'B3 D4 G4'],
  ['C2', 'C4 E4 G4'],
  ['A2', 'A3 C4 E4'],
  ['D2', 'A3 C4 F#4'],
  ['B1', 'A3 B3 D#4'],
  ['E2', 'B3 E4 G4'],
  ['D2', 'A3 C4 F#4'],
  ['G2', 'B3 D4 G4'],
];
const words: [Letter, string][] = [
  ['F', 'G4 D5 E5'],
  ['R', 'C5 D5'],
  ['I', 'B4 A4'],
  ['S', 'G4 A4'],
];

/** Oom-pah-pah: bass plucked, the other two beats on celesta. */
function waltz(part: Part, bar: number, [bass, chord]: Waltz, force: number): void {
  part.play('pizzicato', bar, 0, 1, bass, force * 1.1);
  part.chord('celesta', bar, 1, 1, chord, force * 0.5, 0.5);
  part.chord('celesta', bar, 2, 1, chord, force * 0.42, 0.5);
}
/** Eight bars: the four letters, two bars each, a quarter a unit and one more for the stop. */
function strain(part: Part, from: number, voice: string, force: number, chords: Waltz[]): void {
  chords.forEach((each, index) => waltz(part, from + index, each, force));
  words.forEach(([letter, pitches], index) => {
    const closing = chords === closingChords && letter === 'S';
    const line = closing ? 'A4 G4' : chords === closingChords && letter === 'I' ? 'A4 G4' : pitches;
    part.letter(voice, letter, from + index * 2, 0, 1, line, force + 0.1, -0.1);
    part.letter('celesta', letter, from + index * 2, 0, 1, line, force * 0.6, 0.2);
  });
}
/** A counter-voice over the second strain and the melody of the third, gliding from note to note. */
function theremin(part: Part): void {
  const melody: [number, number, number, string][] = [
    [13, 0, 5, 'B4'],
    [14, 2, 4, 'C5'],
    [16, 0, 3, 'A4'],
    [17, 0, 3, 'F#5'],
    [18, 0, 3, 'E5'],
    [19, 0, 2.5, 'D5'],
    [20, 0, 3, 'B4'],
    [21, 0, 5, 'B5'],
    [22, 2, 4, 'A5'],
    [24, 0, 3, 'G5'],
    [25, 0, 4, 'E5'],
    [26, 1, 3.5, 'G5'],
    [27, 2, 2, 'E5'],
    [28, 1, 2, 'F#5'],
  ];
  let from: number | null = null;
  for (const [bar, beat, length, pitch] of melody) {
    const before = part.notes.length;
    part.play('theremin', bar, beat, length, pitch, bar < 21 ? 0.4 : 0.62, 0.3);
    for (const note of part.notes.slice(before)) {
      note.from = from;
      from = note.key;
    }
  }
}
/** E minor, the bass going down by half steps: the current in the wires. */
function descent(part: Part): void {
  const chords: Waltz[] = [
    ['E2', 'G3 B3 E4'],
    ['D#2', 'A3 B3 F#4'],
    ['D2', 'G3 B3 E4'],
    ['C#2', 'G3 A3 E4'],
    ['C2', 'G3 C4 E4'],
    ['B1', 'G3 D4 G4'],
    ['A1', 'G3 C4 E4'],
    ['D2', 'F#3 C4 D4'],
  ];
  chords.forEach((each, index) => {
    waltz(part, 21 + index, each, 0.52);
    part.chord('strings', 21 + index, 0, 3, each[1], 0.3 + 0.01 * index, 0.6);
  });
}
/** Two keys away and back, growing, with arpeggios running up the façade like lamps lit one by one. */
function lift(part: Part): void {
  const chords: Waltz[] = [
    ['Eb2', 'G3 Bb3 Eb4'],
    ['Bb1', 'F3 Bb3 D4'],
    ['C2', 'G3 C4 Eb4'],
    ['G1', 'G3 B3 D4'],
    ['Eb2', 'G3 Bb3 Eb4'],
    ['F2', 'A3 C4 F4'],
    ['D2', 'G3 A3 D4'],
    ['D2', 'F#3 A3 C4'],
  ];
  chords.forEach((each, index) => {
    const bar = 29 + index;
    waltz(part, bar, each, 0.58 + 0.02 * index);
    part.chord('strings', bar, 0, 3, each[1], 0.38 + 0.04 * index, 0.6);
    const tones = each[1].split(' ');
    for (let step = 0; step < 6; step += 1) {
      const tone = tones[step % 3] ?? 'G3';
      const octave = Number(tone.slice(-1)) + 1 + Math.floor(step / 3);
      part.play(
        'celesta',
        bar,
        step / 2,
        0.5,
        tone.slice(0, -1) + octave,
        0.3 + 0.03 * index,
        -0.6 + step * 0.24,
      );
    }
  });
  part.letter('glass', 'F', 29, 0, 1, 'G5 Bb5 D6', 0.6);
  part.letter('glass', 'F', 31, 0, 1, 'G5 Eb6 D6', 0.62);
  part.letter('glass', 'F', 33, 0, 1, 'G5 Bb5 A5', 0.66);
  part.play('cymbal', 35, 0, 6, 'A5', 0.8);
  part.play('timpani', 35, 0, 1, 'D2', 0.5);
  for (let step = 0; step < 6; step += 1) part.play('timpani', 36, step / 2, 0.5, 'D2', 0.35 + 0.06 * step);
}
/** 1900: the fairground organ and the whole building, from bar 37; then four bars that can go round for ever. */
function fair(part: Part): void {
  part.play('crash', 37, 0, 3, 'A5', 0.8);
  part.play('hammer', 37, 0, 2, 'D1', 0.45);
  const chords: Waltz[] = [
    ['G1', 'G3 B3 D4 G4'],
    ['E2', 'G3 B3 E4 G4'],
    ['C2', 'G3 C4 E4 G4'],
    ['D2', 'F#3 C4 D4 A4'],
  ];
  chords.forEach((each, index) => tutti(part, 37 + index, each, 0.72));
  part.letter('organ', 'F', 37, 0, 1, 'G4 D5 E5', 0.8, -0.2);
  part.letter('organ', 'F', 37, 0, 1, 'G5 D6 E6', 0.55, 0.2);
  part.letter('organ', 'R', 39, 0, 1, 'C5 D5', 0.8, -0.2);
  part.letter('organ', 'R', 39, 0, 1, 'C6 D6', 0.55, 0.2);
  part.chord('brass', 37, 0, 5.6, 'G2 D3 B3', 0.5, 0.5);
  part.chord('brass', 39, 0, 5.6, 'C3 G3 E4', 0.5, 0.5);
  for (const bar of [41, 43]) {
    tutti(part, bar, ['G1', 'G3 B3 D4 G4'], 0.6);
    tutti(part, bar + 1, ['G1', 'G3 C4 E4 G4'], 0.56);
    part.letter('organ', 'F', bar, 0, 1, 'G4 D5 E5', 0.62, -0.2);
    part.letter('celesta', 'F', bar, 0, 1, 'G6 D7 E7', 0.5, 0.3);
    part.chord('strings', bar, 0, 5.4, 'D4 G4 B4', 0.3, 0.7);
  }
}
function tutti(part: Part, bar: number, [bass, chord]: Waltz, force: number): void {
  waltz(part, bar, [bass, chord], force);
  part.chord('organ', bar, 1, 0.6, chord, force * 0.42, 0.4);
  part.chord('organ', bar, 2, 0.6, chord, force * 0.38, 0.4);
  part.play('organ', bar, 0, 0.8, bass, force * 0.6);
  part.play('timpani', bar, 0, 1, bass, force * 0.5);
}
