import { Part, type Section } from '../notes.ts';
import { grid, hand, line } from './pen.ts';

/** Rebuilding, 1945–1975: 160, bars of 1.5 s; an accordion, the big band, yé-yé, Concorde. Bars 35 and 36 are one. */
export function thirty(): Section {
  const part = new Part(0.375, 4);
  dawn(part);
  bassAndBrushes(part);
  for (let bar = 9; bar <= 16; bar += 1) swing(part, bar, changes[bar - 9] ?? first);
  tunes(part);
  lantern(part, 17);
  for (let bar = 19; bar <= 24; bar += 1) swing(part, bar, later[bar - 19] ?? first);
  atom(part);
  for (let bar = 25; bar <= 36; bar += 1) beat(part, bar);
  concorde(part);
  return { name: 'thirty', seconds: 54, tail: 4, hall: 2, notes: part.notes };
}

/** D minor, one accordion, bricks passed from hand to hand. */
function dawn(part: Part): void {
  ['D4 . A4 Bb4', '. A4 G4 .', 'F4 . E4 F4', 'D4 . C#4 .'].forEach((notes, index) => {
    line(part, 1 + index, notes, hand('accordion', 0.3 + 0.06 * index, { unit: 1, pan: -0.2 }));
    const bricks = ['...x......o.', 'x.....o....o', '..x..o...x..', 'x..o..x..o.x'][index] ?? '';
    grid(part, 'brick', 1 + index, bricks, { pitch: 'A4', length: 0.4, force: 0.4 + 0.08 * index, pan: 0.4 });
  });
  part.chord('accordion', 1, 0, 7.6, 'D3 A3', 0.16);
  part.chord('accordion', 3, 0, 3.8, 'Bb2 F3', 0.2);
  part.chord('accordion', 4, 0, 3.8, 'A2 E3', 0.24);
}
function bassAndBrushes(part: Part): void {
  const chords = ['F3 A3 C4', 'F3 A3 D4', 'F3 Bb3 D4', 'E3 Bb3 C4'];
  ['F4 . C5 D5', '. C5 Bb4 .', 'A4 . G4 A4', 'C5 . . .'].forEach((notes, index) => {
    const bar = 5 + index;
    line(part, bar, notes, hand('accordion', 0.55, { unit: 1, pan: -0.2 }));
    part.chord('accordion', bar, 1, 0.5, chords[index] ?? '', 0.3);
    part.chord('accordion', bar, 3, 0.5, chords[index] ?? '', 0.3);
    part.play('upright', bar, 0, 1.6, ['F2', 'D2', 'Bb1', 'C2'][index] ?? 'F2', 0.7);
    part.play('upright', bar, 2, 1.6, ['C2', 'A1', 'F2', 'G1'][index] ?? 'C2', 0.62);
    grid(part, 'brush', bar, '.x.x', { pitch: 'A5', length: 0.6, force: 0.7, pan: 0.2 });
    grid(part, 'brick', bar, '......x....o', { pitch: 'C5', length: 0.4, force: 0.4, pan: 0.5 });
  });
}

type Change = [walk: string, chord: string];
const first: Change = ['F2 A2 C3 A2', 'A3 C4 E4 G4'];
const changes: Change[] = [
  first,
  ['D2 F#2 A2 F#2', 'F#3 C4 E4 A4'],
  ['G2 Bb2 D3 Bb2', 'F3 Bb3 D4 A4'],
  ['C3 G2 E2 C2', 'E3 Bb3 D4 A4'],
  ['F2 G2 A2 C3', 'A3 C4 E4 G4'],
  ['D2 F2 A2 D3', 'A3 C4 F4 A4'],
  ['G2 D2 F2 G2', 'Bb3 D4 F4 A4'],
  ['C2 E2 G2 Bb2', 'Bb3 E4 A4 D5'],
];
const later: Change[] = [
  ['D2 F#2 A2 B2', 'A3 C#4 F#4 B4'],
  ['A2 G2 E2 C#2', 'G3 C#4 F#4 B4'],
  ['D2 E2 F2 F#2', 'C4 F4 A4'],
  ['G2 F#2 F2 E2', 'Bb3 D4 G4'],
  ['Eb2 F2 G2 A2', 'G3 D4 G4'],
  ['Bb2 A2 G#2 E2', 'G#3 D4 E4'],
];
function swing(part: Part, bar: number, [walk, chord]: Change): void {
  const full = bar >= 13 && bar <= 20;
  line(part, bar, walk, hand('upright', 0.78, { unit: 1, pan: -0.1 }));
  grid(part, 'ride', bar, 'x..X.ox..X.o', { pitch: 'A5', length: 0.4, force: full ? 0.75 : 0.55, pan: 0.4 });
  grid(part, 'hat', bar, '.x.x', { pitch: 'A5', length: 0.15, force: 0.4, pan: -0.3 });
  if (full) grid(part, 'snare', bar, bar % 4 ? '.....o.....x' : '..x.xx.xxxXX', { pitch: 'A3', length: 0.3, force: 0.42, pan: 0 }); // prettier-ignore
  if (full) grid(part, 'kick', bar, 'x.....o.....', { pitch: 'E1', length: 0.3, force: 0.5, pan: 0 });
  const comp = bar % 2 ? [0.66, 2.66] : [1.66, 3];
  if (bar < 21) for (const beat of comp) part.chord('piano', bar, beat, 0.4, chord, 0.4, 0.4);
  if (!full) return;
  for (const beat of comp) part.chord('brass', bar, beat, 0.45, chord, 0.62, 0.7);
}
/** 2 CV: clarinet; big band: the same tune in unison with brass. */
function tunes(part: Part): void {
  const tune = [
    'F4 . C5 D5 . C5 A4 .',
    '- A4 . F#4 . A4 C5 .',
    '- Bb4 D5 . . F5 D5 .',
    'C5 . A4 . G4 E4 . .',
    'F5 . C5 D5 . F5 G5 A5',
    '- A5 . F5 . D5 C5 .',
    '- Bb5 A5 . F5 D5 . Bb4',
    'C5 . E5 . G5 Bb5 . D6',
  ];
  tune.forEach((notes, index) => {
    const swung = { swing: 0.16 };
    line(part, 9 + index, notes, hand('clarinet', 0.75, { ...swung, pan: 0.3 }));
    if (index < 4) line(part, 9 + index, notes, hand('accordion', 0.35, { ...swung, pan: -0.4, lift: -12 }));
    else line(part, 9 + index, notes, hand('brass', 0.6, { ...swung, pan: -0.25, lift: -12 }));
    if (index >= 4) line(part, 9 + index, notes, hand('trumpet', 0.6, { ...swung, pan: -0.1 }));
  });
  ['F#4 . A4 B4 . A4 F#4 .', '- E5 . C#5 . A4 G4 .'].forEach((notes, index) =>
    ['trumpet', 'clarinet'].forEach((voice) =>
      line(part, 19 + index, notes, hand(voice, 0.75, { swing: 0.16, lift: voice === 'clarinet' ? 12 : 0 })),
    ),
  );
}
/** DS: the glass is lit from inside, as in 1900. */
export function lantern(part: Part, bar: number): void {
  part.play('crash', bar, 0, 3, 'A5', 0.85);
  part.play('kick', bar, 0, 1, 'D1', 0.8);
  part.chord('brass', bar, 0, 6, 'D2 A2 D3 F#3 A3', 0.55, 0.6);
  part.chord('strings', bar, 0, 7, 'D3 A3 E4 F#4 A4 D5', 0.62, 0.8);
  part.chord('organ', bar, 0, 7, 'F#4 A4 D5 E5', 0.5, 0.5);
  part.chord('glass', bar, 0, 6.5, 'D5 A5 E6', 0.5, 0.6);
  'D5 F#5 A5 D6 E6 F#6 A6 D7'
    .split(' ')
    .forEach((pitch, index) => part.play('celesta', bar, index * 0.5, 1, pitch, 0.5, -0.7 + 0.2 * index));
  part.play('bell', bar, 0, 4, 'D5', 0.4);
}
/** Geiger clicks over the walking bass: more and more of them. Sober: a muted horn, no triumph. */
function atom(part: Part): void {
  let seed = 7;
  for (let step = 0; step < 140; step += 1) {
    seed = (seed * 75 + 74) % 65_537;
    const at = 16 * Math.sqrt(seed / 65_537);
    part.play('geiger', 21, at, 0.1, 'A5', 0.35 + 0.4 * ((seed % 7) / 7), ((seed % 13) - 6) / 7);
  }
  line(part, 21, 'D4 . . A4 . . Bb4 .', hand('trumpet', 0.55, { pan: 0.25 }));
  line(part, 22, '. . G4 . . A4 . .', hand('trumpet', 0.55, { pan: 0.25 }));
  line(part, 23, 'F4 . . E4 . . D4 .', hand('trumpet', 0.6, { pan: 0.25 }));
  line(part, 24, '. . E4 . . . G#4 .', hand('trumpet', 0.65, { pan: 0.25 }));
  ['D4 F4 A4', 'D4 G4 Bb4', 'Eb4 G4 Bb4', 'D4 E4 G#4'].forEach((chord, index) =>
    part.chord('strings', 21 + index, 0, 3.8, chord, 0.3 + 0.08 * index, 0.7),
  );
  part.play('cymbal', 24, 1, 3, 'A5', 0.6);
}

const yeye: Change[] = [
  ['A1 A2 E2 A2', 'A3 C#4 E4'],
  ['F#1 F#2 C#2 F#2', 'A3 C#4 F#4'],
  ['D2 D3 A2 D3', 'A3 D4 F#4'],
  ['E2 E3 B2 E3', 'G#3 B3 E4'],
];
const riffs = [
  'A3 . E4 F#4 . E4 C#4 .',
  'A3 . F#4 . E4 C#4 A3 .',
  'D4 . A4 B4 . A4 F#4 .',
  'E4 . G#4 . B4 . D5 B4',
];
const answers = ['. E5 F#5 . A5 . . -', '. A5 . F#5 . E5 . -', 'F#5 . A5 B5 . A5 . -', '. G#5 B5 . E5 . . -'];
/** Straight eighths, bass drum and tambourine; the last two bars stay on A. */
function beat(part: Part, bar: number): void {
  const step = bar >= 35 ? 0 : (bar - 25) % 4;
  const [bass, chord] = yeye[step] ?? first;
  grid(part, 'kick', bar, 'X..xX...', { pitch: 'E1', length: 0.3, force: 0.75, pan: 0 });
  grid(part, 'snare', bar, '..X...Xo', { pitch: 'A3', length: 0.3, force: 0.55, pan: 0 });
  grid(part, 'hat', bar, 'xoxoxoxo', { pitch: 'A5', length: 0.12, force: 0.6, pan: 0.35 });
  grid(part, 'clap', bar, '..x...x.', { pitch: 'A5', length: 0.2, force: 0.35, pan: -0.2 });
  line(part, bar, bass, hand('upright', 0.8, { unit: 1 }));
  line(part, bar, riffs[step] ?? '', hand('guitar', 0.8, { pan: -0.4 }));
  grid(part, 'guitar', bar, '..x...x.', {
    pitch: chord.slice(0, chord.indexOf(' ')),
    length: 0.4,
    force: 0.5,
    pan: 0.5,
  });
  part.chord('organ', bar, 0, 3.8, chord, 0.42, 0.5);
  if (bar >= 29 && bar < 35) line(part, bar, answers[step] ?? '', hand('guitar', 0.62, { pan: 0.45 }));
  if (bar >= 35) line(part, bar, answers[0] ?? '', hand('clarinet', 0.5, { pan: 0.45 }));
}
/** From the left, over the dome, gone to the right, and the double bang after it. */
function concorde(part: Part): void {
  part.play('crash', 25, 0, 2, 'A5', 0.6);
  part.pass('jet', 31, 0, 16, 'A4', 1, [-0.95, 0.95]);
  part.play('boom', 35, 0, 3, 'A1', 0.8, 0.5);
  ['D3 A3 D4 F#4', 'E3 B3 E4 G#4', 'F#3 C#4 F#4 A4', 'E3 B3 E4 G#4 D5'].forEach((chord, index) => {
    part.chord('strings', 31 + index, 0, 3.9, chord, 0.4 + 0.1 * index, 0.8);
    part.chord('brass', 31 + index, 0, 3.4, chord, 0.34 + 0.1 * index, 0.7);
  });
}
