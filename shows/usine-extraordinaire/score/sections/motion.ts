import { Part, type Section, key } from '../notes.ts';

/** Science and motion, 1885–1914: a rag in 6/8, dotted quarter 96, 44 bars of 1.25 s; the beat here is the eighth. */
export function motion(): Section {
  const part = new Part(1.25 / 6, 6);
  intro(part);
  strain(part, 5, firstChords, first, 0.55);
  strain(part, 13, secondChords, second, 0.62);
  factoryGate(part);
  takeOff(part);
  strain(part, 33, flightChords, flight, 0.72);
  flightBand(part);
  vamp(part);
  for (let bar = 5; bar <= 44; bar += 1) engine(part, bar);
  part.play('whirr', 1, 0, 29 * 6, 'A4', 0.5, 0.5);
  return { name: 'motion', seconds: 55, tail: 5, hall: 1.7, notes: part.notes };
}

/** Six units a bar, separated by spaces: a note or a dot. A note lasts until the next. */
function melody(part: Part, bar: number, line: string, force: number, octave: boolean): void {
  const units = line.split(' ');
  units.forEach((unit, index) => {
    if (unit === '.') return;
    const following = units.findIndex((each, other) => other > index && each !== '.');
    const length = (following < 0 ? 6 : following) - index;
    const accent = index === 0 || index === 3 ? 1 : 0.86;
    part.play('piano', bar, index, length * 0.95, unit, force * accent, 0.18);
    if (octave) part.play('piano', bar, index, length * 0.9, key(unit) - 12, force * accent * 0.75, 0.05);
  });
}
type Stride = [bass: string, fifth: string, chord: string];
function stride(part: Part, bar: number, [bass, fifth, chord]: Stride, force: number): void {
  part.play('piano', bar, 0, 1.6, bass, force, -0.25);
  part.play('piano', bar, 0, 1.6, key(bass) + 12, force * 0.7, -0.2);
  part.chord('piano', bar, 2, 0.7, chord, force * 0.55, 0.15);
  part.play('piano', bar, 3, 1.6, fifth, force * 0.9, -0.25);
  part.chord('piano', bar, 5, 0.7, chord, force * 0.5, 0.15);
}
function strain(part: Part, from: number, chords: Stride[], lines: string[], force: number): void {
  chords.forEach((each, index) => stride(part, from + index, each, force * 0.8));
  lines.forEach((line, index) => melody(part, from + index, line, force, index % 4 !== 1));
}

/** In octaves, as a rag begins: F and R of the code, a unit an eighth. */
function intro(part: Part): void {
  const lines = ['C5 . G5 A5 . G5', '. F5 . G5 . E5', '. D5 C5 . . A4', 'G4 . A4 B4 . .'];
  lines.forEach((line, index) => {
    melody(part, 1 + index, line, 0.6, true);
    if (index === 3) part.chord('piano', 4, 3, 2, 'F3 G3 B3', 0.5);
  });
}
const C: Stride = ['C2', 'G2', 'E4 G4'];
const G7: Stride = ['G1', 'D2', 'D4 F4'];
const firstChords: Stride[] = [C, G7, C, ['A1', 'E2', 'C#4 G4'], ['D2', 'A2', 'C4 F#4'], G7, C, G7];
const first = [
  'C5 . G5 A5 . G5',
  '. F5 . G5 . D5',
  '. E5 D5 . . C5',
  'C#5 . E5 . . G5',
  'F#5 . A5 D5 . C5',
  '. B4 . D5 . F5',
  'E5 . C5 . . .',
  'G4 . . . A4 B4',
];
const secondChords: Stride[] = [
  C,
  ['E2', 'B1', 'D4 G#4'],
  ['F2', 'C2', 'A3 C4'],
  ['F#2', 'C2', 'A3 Eb4'],
  ['G2', 'C2', 'E4 G4'],
  ['A1', 'E2', 'C#4 G4'],
  ['D2', 'G1', 'C4 F4'],
  C,
];
const second = [
  'C5 . G5 A5 . G5',
  '. G#5 . B5 . E5',
  '. A5 G5 . . F5',
  'A5 . C6 . . A5',
  'G5 . E5 C5 . E5',
  '. C#5 . E5 . G5',
  'F#5 . D5 F5 . B4',
  'C5 . G5 C6 . .',
];

/** The crowd leaves the factory; then a blue light in a shed. The same five bits at half speed. */
function factoryGate(part: Part): void {
  const chords = [
    'F3 C4 A4',
    'E3 C4 G4',
    'D3 A3 F4',
    'A2 A3 E4',
    'Bb2 F3 D4',
    'A2 F3 C4',
    'G2 F3 Bb3',
    'C3 E3 Bb3',
  ];
  const bass = ['F2', 'E2', 'D2', 'A1', 'Bb1', 'A1', 'G1', 'C2'];
  chords.forEach((chord, index) => {
    part.chord('strings', 21 + index, 0, 5.8, chord, 0.34, 0.7);
    part.play('pizzicato', 21 + index, 0, 3, bass[index] ?? 'F2', 0.5);
    const tones = chord.split(' ');
    [0, 1, 2, 1, 2, 1].forEach((tone, step) =>
      part.play('piano', 21 + index, step, 1.4, key(tones[tone] ?? 'F3') + 12, 0.2, -0.3),
    );
  });
  part.letter('celesta', 'F', 21, 0, 2, 'F5 C6 D6', 0.55, 0.15);
  part.letter('celesta', 'R', 23, 0, 2, 'A5 C6', 0.5, 0.15);
  part.letter('celesta', 'I', 25, 0, 2, 'Bb5 A5', 0.5, 0.15);
  part.letter('celesta', 'S', 27, 0, 2, 'G5 Bb5', 0.5, 0.15);
  part.letter('glass', 'F', 25, 0, 2, 'D5 F5 A5', 0.36, -0.3);
  part.play('glass', 27, 0, 5, 'D5', 0.34, -0.3);
  part.play('glass', 28, 0, 5.5, 'E5', 0.36, -0.3);
}

/** Over an A that doesn't move, the engine is swung, catches, and runs. */
function takeOff(part: Part): void {
  const chords = ['D3 F3 A3', 'C#3 E3 G3 A3', 'D3 G3 Bb3', 'C#3 G3 A3 E4'];
  chords.forEach((chord, index) => {
    part.chord('strings', 29 + index, 0, 5.9, chord, 0.4 + 0.08 * index, 0.6);
    part.chord('brass', 29 + index, 0, 5.6, 'A1 A2', 0.3 + 0.1 * index, 0.3);
    for (const unit of [0, 2, 3])
      part.play('piano', 29 + index, unit, 1, index % 2 ? 'A3' : 'D4', 0.3 + 0.08 * index, 0.2);
  });
  part.play('cymbal', 31, 0, 12, 'A5', 0.8);
  part.play('aero', 29, 0, 72, 'A0', 1, 0);
  part.play('aero', 29, 0, 72, key('A0') + 0.2, 0.7, -0.5);
  for (let step = 0; step < 6; step += 1) part.play('timpani', 32, step, 1, 'A2', 0.3 + 0.08 * step);
}

const D: Stride = ['D2', 'A2', 'F#4 A4'];
const flightChords: Stride[] = [
  D,
  ['C#2', 'A1', 'E4 G4'],
  ['B1', 'F#2', 'D4 F#4'],
  ['F#2', 'A2', 'D4 A4'],
  ['G2', 'D2', 'B3 D4'],
  ['A2', 'D2', 'D4 F#4'],
  ['E2', 'A1', 'C#4 G4'],
  D,
];
const flight = [
  'D5 . A5 B5 . A5',
  '. G5 . A5 . E5',
  '. F#5 E5 . . D5',
  'D5 . E5 . F#5 A5',
  'G5 . D6 B5 . D6',
  '. A5 . F#5 . D5',
  '. E5 C#5 . . A4',
  'D5 . A5 D6 . .',
];
function flightBand(part: Part): void {
  part.play('crash', 33, 0, 6, 'A5', 0.8);
  const chords = [
    'D3 A3 F#4',
    'C#3 A3 G4',
    'B2 F#3 D4',
    'D3 A3 F#4',
    'G2 B3 D4',
    'A2 A3 F#4',
    'E3 G3 C#4',
    'D3 A3 F#4',
  ];
  chords.forEach((chord, index) => {
    part.chord('brass', 33 + index, 0, 2.4, chord, 0.46, 0.6);
    part.chord('brass', 33 + index, 3, 1.4, chord, 0.4, 0.6);
    part.chord('strings', 33 + index, 0, 5.8, chord, 0.42, 0.7);
    part.play('timpani', 33 + index, 0, 2, index % 2 ? 'A2' : 'D2', 0.4);
  });
  part.letter('brass', 'F', 33, 0, 1, 'D4 A4 B4', 0.5, -0.3);
  part.letter('brass', 'F', 37, 0, 1, 'G4 D5 B4', 0.5, -0.3);
}
/** Two bars, twice: the second pair is the loop. */
function vamp(part: Part): void {
  for (const bar of [41, 43]) {
    stride(part, bar, D, 0.5);
    stride(part, bar + 1, ['D2', 'G2', 'G4 B4'], 0.46);
    melody(part, bar, 'D5 . A5 B5 . A5', 0.55, true);
    melody(part, bar + 1, '. G5 . A5 . .', 0.45, false);
    part.chord('strings', bar, 0, 5.8, 'D3 A3 F#4', 0.3, 0.7);
    part.chord('strings', bar + 1, 0, 5.8, 'D3 B3 G4', 0.3, 0.7);
  }
}

/** Putt-putt on the two beats, the bicycle chain between; both stop at the factory gate. */
function engine(part: Part, bar: number): void {
  if (bar >= 21 && bar <= 28) return;
  const running = bar >= 33 ? 0.7 : 0.55;
  part.play('putt', bar, 0, 1, 'A1', running, -0.1);
  part.play('putt', bar, 3, 1, 'A1', running * 0.8, 0.1);
  if (bar >= 13) part.play('putt', bar, 5, 1, 'D2', running * 0.5, 0.1);
  for (let unit = 0; unit < 6; unit += 1)
    part.play(
      'click',
      bar,
      unit,
      0.3,
      unit % 3 ? 'C8' : 'G7',
      unit % 3 === 0 ? 0.5 : 0.3,
      unit % 2 ? 0.55 : 0.35,
    );
}
