import { type Letter, Part, type Section, code } from '../notes.ts';
import { grid, hand, line } from './pen.ts';

/** Computing, 1936–1982: A minor, 110, bars of 24/11 s; relays, cards, cores, and at the Minitel A major. */
export function computing(): Section {
  const part = new Part(60 / 110, 4);
  for (let bar = 1; bar <= 22; bar += 1) {
    if (bar !== 13) relays(part, bar);
    if (bar !== 13 && bar !== 18) sequence(part, bar);
    if (bar >= 5 && bar !== 13) cards(part, bar);
    if (bar >= 9 && bar !== 13 && bar !== 18) cores(part, bar);
  }
  pads(part);
  micral(part);
  minitel(part);
  return { name: 'computing', seconds: 48, tail: 4, hall: 1.8, notes: part.notes };
}

const word: Letter[] = ['F', 'R', 'I', 'S', 'E'];
/** A start bit, five of a letter, two of stop: eight eighths, a letter a bar. */
function relays(part: Part, bar: number): void {
  const letter = bar >= 21 ? 'E' : (word[(bar - 1) % 5] ?? 'F');
  const bits = `0${code[letter]}11`;
  bits.split('').forEach((bit, index) => {
    const pan = -0.7 + 0.2 * index;
    if (bit === '1') part.play('relay', bar, index / 2, 0.2, 'A5', bar < 5 ? 0.85 : 0.6, pan);
    else part.play('tick', bar, index / 2, 0.2, 'A6', 0.4, pan);
  });
}
function cards(part: Part, bar: number): void {
  grid(part, 'punch', bar, bar >= 14 ? 'X.o.x.x.X.o.x.xo' : 'X...x...X...x.o.', {
    pitch: 'A2',
    length: 0.3,
    force: 0.7,
    pan: -0.1,
  });
  grid(part, 'hat', bar, '..x...x...x...x.', {
    pitch: 'A5',
    length: 0.1,
    force: bar >= 14 ? 0.6 : 0.35,
    pan: 0.3,
  });
  if (bar >= 14)
    grid(part, 'kick', bar, 'X.....x.X.......', { pitch: 'A1', length: 0.3, force: 0.6, pan: 0 });
  if (bar >= 14 && bar !== 18)
    grid(part, 'snare', bar, '....x.......x...', { pitch: 'A3', length: 0.2, force: 0.28, pan: 0.1 });
  const root = roots[rootOf(bar)] ?? 'A1';
  grid(part, 'bass', bar, 'X..xx.x.', { pitch: root, length: 0.4, force: bar >= 14 ? 0.5 : 0.34, pan: 0 });
}

const roots = ['A1', 'F1', 'D2', 'E1', 'C2', 'G1'];
const chords = [
  'A3 C4 E4 G4 B4',
  'A3 C4 F4 E4 G4',
  'D4 F4 A4 C5 E4',
  'E4 A4 B4 D4 G#4',
  'C4 E4 G4 B4 D5',
  'G3 B3 D4 A4 F#4',
];
const major = 'A3 C#4 E4 A4 B4';
/** Which of the roots and chords; from bar 19 all is A. */
function rootOf(bar: number): number {
  if (bar >= 19) return 0;
  if (bar >= 14) return [1, 5, 0, 4, 3][bar - 14] ?? 0;
  return Math.floor((bar - 1) / 2) % 4;
}
/** Sixteenths that go round in fives while the bar goes round in sixteen; the accents are the marks of F. */
function sequence(part: Part, bar: number): void {
  const tones = (bar >= 19 ? major : (chords[rootOf(bar)] ?? major)).split(' ');
  const open = bar < 13 ? 0.16 + 0.035 * bar : 0.66;
  for (let step = 0; step < 16; step += 1) {
    if (bar < 3 && step % 2) continue;
    const accent = code.F[step % 5] === '1' ? 1 : 0.62;
    const pan = 0.5 * Math.sin((step * 2 * Math.PI) / 5);
    const tone = tones[step % 5] ?? 'A3';
    part.play('arp', bar, step / 4, 0.24, tone, open * accent, pan);
    if (bar >= 14 && step % 2 === 0)
      part.play('arp', bar, step / 4 + 0.125, 0.2, raised(tone), open * 0.55 * accent, -pan);
  }
}
const raised = (tone: string): string => tone.slice(0, -1) + String(Number(tone.slice(-1)) + 1);

/** Rings of ferrite turned over along a row: five tones, running across. */
function cores(part: Part, bar: number): void {
  const row = ['A5', 'E6', 'B6', 'D6', 'A6', 'G6', 'E6', 'C7'];
  row.forEach(
    (pitch, index) =>
    part.play('core', bar, index / 2 + 0.25, 0.2, bar >= 19 ? pitch.replace('C', 'B').replace('G', 'F#') : pitch, 0.5, -0.8 + 0.22 * index), // prettier-ignore
  );
}
function pads(part: Part): void {
  ['A2 E3 B3', 'F2 C3 A3', 'D2 A2 F3', 'E2 B2 A3', 'A2 E3 C4', 'F2 C3 G3'].forEach((chord, index) =>
    part.chord('pad', 1 + index * 2, 0, 7.4, chord, 0.08 + 0.06 * index, 0.7),
  );
  const far = hand('glass', 0.4, { unit: 1, pan: 0.4 });
  ['A4 . E5 F5', '. D5 E5 .', '. C5 B4 .', 'A4 . B4 .'].forEach((notes, index) =>
    line(part, 5 + index, notes, far),
  );
  ['A5 . E6 F6', '. D6 E6 .', '. C6 B5 .', 'G#5 . B5 .'].forEach((notes, index) =>
    line(part, 9 + index, notes, { ...far, force: 0.5, pan: -0.4 }),
  );
  part.play('core', 13, 0, 0.2, 'A5', 0.5, -0.5);
  part.play('core', 13, 1.5, 0.2, 'E6', 0.4, 0.5);
  part.play('core', 13, 2.5, 0.2, 'B6', 0.35, 0);
}
/** The golden section: a switch, the power runs up, and the same line sings. */
function micral(part: Part): void {
  part.play('relay', 14, 0, 0.2, 'A4', 1, 0);
  part.play('punch', 14, 0, 0.3, 'A1', 1, 0);
  part.glide('lead', 14, 0, 4, 57, 0.3, 0, 33);
  part.glide('rise', 14, 0, 4, 57, 0.7, 0, null);
  part.play('crash', 14, 0, 2, 'A5', 0.35);
  ['F2 C3 A3 E4', 'G2 D3 B3 D4', 'A2 E3 C4 E4', 'C3 G3 E4 G4'].forEach((chord, index) =>
    part.chord('pad', 14 + index, 0, 3.6, chord, 0.4 + 0.05 * index, 0.8),
  );
  const sung = hand('lead', 0.7, { glides: true });
  line(part, 15, 'D5 . A5 B5 . . A5 .', sung);
  line(part, 16, '- C6 . B5 . A5 E5 .', sung);
  line(part, 17, 'G5 . E5 . D5 . B4 .', sung);
}
/** Three chirps, the carrier, and what was noise becomes a chord. */
function minitel(part: Part): void {
  part.play('chirp', 18, 0, 0.8, 'E6', 0.8, -0.6);
  part.play('chirp', 18, 1, 0.8, 'A5', 0.8, 0.6);
  part.play('chirp', 18, 2, 0.9, 'C#6', 0.9, 0);
  part.play('carrier', 18, 3, 1, 'A5', 0.9, 0);
  part.play('carrier', 18, 3, 1, 'C#6', 0.6, 0.3);
  part.chord('pad', 18, 0, 3.8, 'E2 B2 E3', 0.3, 0.5);
  part.play('crash', 19, 0, 2, 'A5', 0.4);
  part.play('bell', 19, 0, 3, 'A4', 0.4, 0.2);
  part.chord('glass', 19, 0, 7, 'A4 C#5 E5 B5', 0.45, 0.7);
  part.chord('pad', 19, 0, 7.4, 'A2 E3 A3 C#4 E4 B4', 0.6, 0.8);
  const sung = hand('lead', 0.66, { glides: true });
  line(part, 19, 'A4 . E5 F#5 . . E5 .', sung);
  line(part, 20, '- D5 . E5 . C#5 B4 .', sung);
  for (const bar of [21, 22]) {
    part.chord('pad', bar, 0, 3.2, 'A2 E3 A3 C#4 E4', 0.45, 0.8);
    line(part, bar, 'A4 . E5 F#5 . - - -', { ...sung, force: 0.5 });
  }
}
