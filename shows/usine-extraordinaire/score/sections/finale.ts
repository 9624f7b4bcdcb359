import { Part, type Section, key } from '../notes.ts';
import { grid, hand, line } from './pen.ts';
import { blow, connect, gallop, invent, make, share } from './words.ts';

/** Finale, 2018: D major, 128, bars of 1.875 s. Cut at the end of bar 24; `building` is what is left. */
export function finale(): Section {
  const part = new Part(60 / 128, 4);
  [invent, make, connect, share].forEach((world, index) => world(part, 1 + 2 * index));
  between(part);
  for (let bar = 9; bar <= 16; bar += 1) layers(part, bar);
  colours(part);
  tutti(part, 21);
  lastChord(part, 24);
  return { name: 'finale', seconds: 45, tail: 0, hall: 3, notes: part.notes };
}
/** Black; one anvil, as at the start; the hall. */
export function building(): Section {
  const part = new Part(1, 4);
  part.play('anvil', 1, 1, 2.6, 'D5', 0.85, -0.1);
  return { name: 'building', seconds: 4, tail: 0, hall: 4.2, notes: part.notes };
}

/** What carries from word to word: a heart in the bass, growing. */
function between(part: Part): void {
  for (let bar = 1; bar <= 8; bar += 1) {
    part.play(
      'sub',
      bar,
      0,
      3.6,
      ['D2', 'D2', 'B1', 'B1', 'G1', 'G1', 'A1', 'A1'][bar - 1] ?? 'D2',
      0.4 + 0.03 * bar,
    );
    if (bar % 2 === 0)
      grid(part, 'kick', bar, bar === 8 ? 'X...X...X.X.XXXX' : '........X.......', {
        pitch: 'D1',
        length: 0.3,
        force: 0.7,
        pan: 0,
      });
    if (bar % 2 === 0)
      grid(part, 'timpani', bar, '............xoxX', {
        pitch: 'D2',
        length: 0.3,
        force: 0.3 + 0.04 * bar,
        pan: 0,
      });
  }
  part.play('cymbal', 8, 0, 4, 'A5', 0.9);
}

const changes: [root: string, chord: string][] = [
  ['D2', 'A3 D4 F#4'],
  ['B1', 'B3 D4 F#4'],
  ['G1', 'B3 D4 G4'],
  ['A1', 'A3 C#4 E4'],
];
const tune = ['D5 . A5 B5 . A5 F#5 .', '- G5 . A5 . F#5 D5 .', '- B5 A5 . G5 . E5 .', 'C#5 . E5 . A5 . . -'];
/** Every chapter comes back with its own sound, two bars apart, on one turn of four chords. */
function layers(part: Part, bar: number): void {
  const [root, chord] = changes[(bar - 9) % 4] ?? ['D2', 'A3 D4 F#4'];
  grid(part, 'kick', bar, 'X...X...X...X...', { pitch: 'D1', length: 0.3, force: 0.9, pan: 0 });
  grid(part, 'hat', bar, '..X...X...X...Xo', { pitch: 'A5', length: 0.18, force: 0.65, pan: 0.25 });
  '.xx..xx..xX..xxX'.split('').forEach((mark, step) => {
    if (mark !== '.') part.play('bass', bar, step / 4, 0.2, key(root) + (mark === 'X' ? 12 : 0), 0.46);
  });
  for (let beat = 0; beat < 4; beat += 1) part.chord('swell', bar, beat, 1, chord, 0.5, 0.8);
  line(part, bar, tune[(bar - 9) % 4] ?? '', hand('lead', bar < 13 ? 0.6 : 0.72, { glides: true }));
  part.play('anvil', bar, 1, 1, 'D5', 0.36, -0.4);
  part.play('anvil', bar, 3, 1, 'A5', 0.38, 0.4);
  part.play('press', bar, 0, 1, 'E2', 0.4);
  if (bar === 9) part.play('crash', bar, 0, 2, 'A5', 0.9);
  if (bar >= 11) waltz(part, bar, chord);
  if (bar >= 13) ragAndSwing(part, bar, root, chord);
  if (bar >= 15) machines(part, bar);
}
/** Three against four: the fairy's waltz in celesta and glass. */
function waltz(part: Part, bar: number, chord: string): void {
  const tones = chord.split(' ');
  for (let step = 0; step < 6; step += 1) {
    const pitch = key(tones[step % 3] ?? 'D4') + (step >= 3 ? 24 : 12);
    part.play('celesta', bar, (step * 4) / 6, 0.6, pitch, 0.42, -0.7 + 0.28 * step);
  }
  part.chord('organ', bar, 0, 3.6, chord, 0.3, 0.5);
}
function ragAndSwing(part: Part, bar: number, root: string, chord: string): void {
  if (bar === 13) part.play('crash', bar, 0, 2, 'A5', 0.8);
  part.play('piano', bar, 0, 0.8, root, 0.6, -0.3);
  part.play('piano', bar, 2, 0.8, key(root) + 7, 0.55, -0.3);
  for (const beat of [1, 3]) part.chord('piano', bar, beat, 0.5, chord, 0.45, 0.3);
  for (const beat of [0.66, 2.66]) part.chord('brass', bar, beat, 0.5, chord, 0.5, 0.7);
  line(part, bar, tune[(bar - 9) % 4] ?? '', hand('trumpet', 0.7, { swing: 0.16, pan: -0.35 }));
  line(part, bar, tune[(bar - 9) % 4] ?? '', hand('guitar', 0.5, { lift: -12, pan: 0.45 }));
  grid(part, 'ride', bar, 'x..x.xx..x.x', { pitch: 'A5', length: 0.4, force: 0.5, pan: 0.4 });
}
function machines(part: Part, bar: number): void {
  if (bar === 15) part.play('crash', bar, 0, 2, 'A5', 0.9);
  grid(part, 'snare', bar, '....X..o.o..X..x', { pitch: 'A3', length: 0.3, force: 0.6, pan: 0 });
  grid(part, 'relay', bar, 'x.xx..x.x.xx..x.', { pitch: 'A5', length: 0.1, force: 0.7, pan: -0.5 });
  part.glide('servo', bar, 1, 0.9, key('A3'), 0.7, 0.6, key('D3'));
  part.chord('choir', bar, 0, 3.7, bar === 15 ? 'B3 D4 G4 B4' : 'A3 C#4 E4 A4', 0.7, 0.9);
  part.chord('strings', bar, 0, 3.8, bar === 15 ? 'G3 D4 B4 D5' : 'A3 E4 C#5 E5', 0.6, 0.8);
}
/** A, E and F sharp, left, right and middle, as in the prologue; then they rise into one. */
function colours(part: Part): void {
  (
    [
      [17, 'A4', 'A3', -0.6, 16],
      [18, 'E5', 'E4', 0.6, 12],
      [19, 'F#5', 'F#4', 0, 8],
    ] as const
  ).forEach(([bar, pitch, low, pan, length]) => {
    part.play('sine', bar, 0, length, pitch, 0.75, pan);
    part.play('bell', bar, 0, 3, low, 0.6, pan);
    part.play('celesta', bar, 0, 1, pitch, 0.5, pan);
    part.play('choir', bar, 0, length, low, 0.5, pan);
  });
  part.play('drone', 17, 0, 16, 'D2', 0.6);
  for (let bar = 17; bar <= 20; bar += 1)
    for (const beat of [0, 2]) part.play('heart', bar, beat, 1, 'A1', 0.5 + 0.06 * (bar - 17));
  part.chord('strings', 19, 0, 4, 'G2 D3 B3 D4', 0.5, 0.8);
  part.chord('strings', 20, 0, 3.9, 'A2 E3 A3 C#4 E4', 0.7, 0.8);
  part.play('rise', 19, 0, 16, 'D3', 0.8);
  grid(part, 'timpani', 20, 'ooooooooxxxxxxXX', { pitch: 'A2', length: 0.3, force: 0.7, pan: 0 });
  part.play('cymbal', 20, 0, 4, 'A5', 1);
}
/** Three bars for everybody: D, G, A, with the motif in the brass and above it in everything that sings. */
function tutti(part: Part, from: number): void {
  const chords = ['D3 A3 D4 F#4', 'G2 D3 B3 G4', 'A2 E3 C#4 A4'];
  const tops = ['D5 . A5 B5 . A5 F#5 .', 'D5 . B5 D6 . B5 G5 .', 'C#5 . A5 E6 . C#6 A5 .'];
  chords.forEach((chord, index) => {
    const bar = from + index;
    blow(part, bar);
    gallop(part, bar);
    grid(part, 'kick', bar, 'X...X...X...X...', { pitch: 'D1', length: 0.3, force: 0.9, pan: 0 });
    part.chord('brass', bar, 0, 1.8, chord, 0.7, 0.6);
    part.chord('brass', bar, 2, 1.7, chord, 0.66, 0.6);
    part.chord('strings', bar, 0, 3.9, chord, 0.7, 0.9);
    part.chord('choir', bar, 0, 3.8, chord, 0.7, 0.9);
    line(part, bar, tops[index] ?? '', hand('brass', 0.74, { lift: -12, pan: -0.2 }));
    line(part, bar, tops[index] ?? '', hand('lead', 0.75, { glides: true, pan: 0.2 }));
    line(part, bar, tops[index] ?? '', hand('celesta', 0.6, { lift: 12, pan: 0.4 }));
    line(part, bar, tops[index] ?? '', hand('trumpet', 0.6, { pan: -0.5 }));
    grid(part, 'bass', bar, 'xxxxxxxx', {
      pitch: ['D2', 'G1', 'A1'][index] ?? 'D2',
      length: 0.3,
      force: 0.5,
      pan: 0,
    });
  });
}
function lastChord(part: Part, bar: number): void {
  blow(part, bar);
  part.play('kick', bar, 0, 1, 'D1', 0.9);
  part.play('timpani', bar, 0, 2, 'D2', 0.9);
  part.chord('brass', bar, 0, 4, 'D2 A2 D3 A3 D4 F#4', 0.74, 0.7);
  part.chord('strings', bar, 0, 4, 'D3 A3 F#4 A4 D5 F#5', 0.8, 0.9);
  part.chord('choir', bar, 0, 4, 'D4 F#4 A4 D5', 0.8, 0.9);
  part.chord('glass', bar, 0, 4, 'A5 E6 F#6', 0.4, 0.6);
  part.play('bell', bar, 0, 4, 'D4', 0.6);
}
/** The desk's greatest sting: a blow, the last chord and the gallop under it. */
export function tuttiSting(): Section {
  const part = new Part(60 / 128, 4);
  lastChord(part, 1);
  gallop(part, 1);
  line(part, 1, 'D5 . A5 B5 . . . .', hand('trumpet', 0.7, { pan: -0.3 }));
  line(part, 1, 'D5 . A5 B5 . . . .', hand('celesta', 0.7, { lift: 12, pan: 0.3 }));
  return { name: 'sting-tutti', seconds: 7, tail: 0, hall: 3.4, notes: part.notes };
}
