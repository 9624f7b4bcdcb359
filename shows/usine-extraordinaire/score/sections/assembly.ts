import { Part, type Section } from '../notes.ts';
import { grid, hand, line } from './pen.ts';

/**
 * The assembly line, 1911–1939: E minor, 120, bars of 2 s. A press and a stopwatch, then hot jazz in G over the same
 * press, then a siren. The section ends a bar before the chapter does: bar 28 is silence.
 */
export function assembly(): Section {
  const part = new Part(0.5, 4);
  for (let bar = 1; bar <= 24; bar += 1) shop(part, bar);
  theme(part);
  lathes(part);
  hotBand(part);
  for (let bar = 15; bar <= 22; bar += 1) rhythm(part, bar);
  stopChords(part);
  war(part);
  return { name: 'assembly', seconds: 54, tail: 0, hall: 1.5, notes: part.notes };
}

/** The press on one in every bar; the stopwatch in sixteenths until its bell. */
function shop(part: Part, bar: number): void {
  part.play('press', bar, 0, 2, 'E2', bar < 15 ? 0.9 : 0.7);
  if (bar >= 9 && bar <= 12) part.play('press', bar, 2, 2, 'E2', 0.6, 0.2);
  if (bar > 14) return;
  const ticks = bar === 14 ? 'xoxoxoxoxoxoxoxoxoxoxoxoxoxoxoxo' : 'XoooxoooxoooxoXo';
  grid(part, 'tick', bar, ticks, { pitch: 'E7', length: 0.2, force: bar > 12 ? 0.95 : 0.6, pan: -0.3 });
  if (bar === 13 || bar === 14) return;
  if (bar >= 2) part.play('ratchet', bar, 2.5, 0.9, 'A6', 0.6, 0.55);
  if (bar >= 3) part.play('valve', bar, 3.5, 0.3, 'A4', 0.45, -0.55);
  if (bar >= 4)
    grid(part, 'relay', bar, '..x...x...x.x.x.', { pitch: 'A4', length: 0.2, force: 0.5, pan: 0.35 });
}

const roots = ['E2 B2', 'C2 G2', 'A1 E2', 'B1 F#2'];
/** F R I S in muted trumpets, in thirds, over the motif's own rhythm in the low brass. */
function theme(part: Part): void {
  const upper = ['E4 . B4 C5 . B4 . -', '- A4 . B4 . G4 . -', '- G4 F#4 . E4 . - -', 'E4 . F#4 . D#4 . . -'];
  const lower = ['G3 . G4 A4 . G4 . -', '- E4 . G4 . E4 . -', '- E4 C4 . C4 . - -', 'B3 . D#4 . B3 . . -'];
  for (let index = 0; index < 8; index += 1) {
    const bar = 5 + index;
    const step = index % 4;
    const force = index < 4 ? 0.68 : 0.78;
    line(part, bar, upper[step] ?? '', hand('trumpet', force, { pan: -0.35 }));
    line(part, bar, lower[step] ?? '', hand('trumpet', force * 0.85, { pan: 0.35 }));
    const root = index < 4 ? (roots[step] ?? 'E2 B2') : (['E2 B2', 'F2 C3', 'F#2 C3', 'B1 F#2'][step] ?? '');
    part.chord('brass', bar, 0, 0.8, root, 0.5 + 0.02 * index, 0.3);
    part.chord('brass', bar, 1, 0.4, root, 0.45 + 0.02 * index, 0.3);
    part.chord('brass', bar, 1.5, 1.2, root, 0.5 + 0.02 * index, 0.3);
  }
}
/** The shell lathes of 1915: the same line stated low, strings grinding upwards by half steps. */
function lathes(part: Part): void {
  ['G3 B3 E4', 'Ab3 C4 F4', 'A3 C4 F#4', 'A3 B3 D#4'].forEach((chord, index) => {
    const bar = 9 + index;
    part.chord('strings', bar, 0, 3.8, chord, 0.42 + 0.06 * index, 0.7);
    part.play('bowed', bar, 0, 2.6, 'E3', 0.3, index % 2 ? 0.6 : -0.6);
    grid(part, 'timpani', bar, 'x..x..x.', { pitch: 'E2', length: 0.5, force: 0.5, pan: -0.1 });
    for (const beat of [1, 3])
      part.glide('servo', bar, beat, 0.9, 52 + index, 0.5, beat === 1 ? -0.7 : 0.7, 40);
  });
  part.play('cymbal', 14, 0, 3.9, 'A5', 0.8);
  part.play('bell', 15, 0, 2, 'B5', 0.55, -0.2);
}

type Change = [bass: string, fifth: string, chord: string];
const changes: Change[] = [
  ['G2', 'D2', 'B3 D4 G4'],
  ['E2', 'B1', 'B3 D4 G#4'],
  ['A2', 'E2', 'C#4 G4 A4'],
  ['D2', 'A1', 'C4 F#4 A4'],
  ['B1', 'F#2', 'A3 D#4 F#4'],
  ['E2', 'B1', 'B3 E4 G4'],
  ['C2', 'Eb2', 'C4 Eb4 A4'],
  ['D2', 'A2', 'C4 F#4 B4'],
];
/** Two beats in the bass, four on the banjo, the off-beats late. */
function rhythm(part: Part, bar: number): void {
  const [bass, fifth, chord] = changes[bar - 15] ?? ['G2', 'D2', 'B3 D4 G4'];
  part.play('upright', bar, 0, 0.9, bass, 0.85, -0.1);
  part.play('upright', bar, 2, 0.9, fifth, 0.75, -0.1);
  part.play('brass', bar, 0, 0.8, bass, 0.4, -0.2);
  part.play('brass', bar, 2, 0.8, fifth, 0.36, -0.2);
  for (let beat = 0; beat < 4; beat += 1) {
    part.chord('banjo', bar, beat, 0.4, chord, beat % 2 ? 0.7 : 0.45, 0.3);
    if (beat % 2) part.chord('piano', bar, beat, 0.5, chord, 0.4, 0.3);
  }
  grid(part, 'ride', bar, 'x..x.xx..x.x', { pitch: 'A5', length: 0.5, force: 0.6, pan: 0.4 });
  grid(part, 'snare', bar, '...x....ox.o', { pitch: 'A3', length: 0.3, force: 0.3, pan: 0.1 });
  grid(part, 'kick', bar, 'x.....x.....', { pitch: 'E1', length: 0.5, force: 0.55, pan: 0 });
}
function hotBand(part: Part): void {
  part.play('crash', 15, 0, 2, 'A5', 0.8);
  part.play('crash', 19, 0, 2, 'A5', 0.6);
  const swung = { swing: 0.16, pan: -0.15 };
  [
    'G4 . D5 E5 . D5 B4 .',
    '- G#4 . B4 . E5 D5 .',
    '- C#5 E5 . . . G5 E5',
    'F#5 . D5 . . A4 C5 D5',
    'D#5 . F#5 A5 . B5 A5 F#5',
    'G5 . E5 . B4 E5 G5 .',
    '- Eb5 G5 . A5 G5 . C6',
    'B5 . A5 . F#5 D5 A4 .',
  ].forEach((notes, index) => line(part, 15 + index, notes, hand('trumpet', 0.85, swung)));
  [
    '- - B4 . - - D5 G5',
    '- - D5 . - B4 D5 G#5',
    'A5 G5 E5 C#5 A4 . - -',
    '- - C5 . F#5 A5 C6 .',
    'B5 A5 F#5 D#5 B4 D#5 F#5 A5',
    'B5 G5 E5 B4 G4 B4 E5 G5',
    'A5 . G5 Eb5 C5 Eb5 G5 A5',
    'F#5 A5 C6 A5 B5 . C6 C#6',
  ].forEach((notes, index) =>
    line(part, 15 + index, notes, hand('clarinet', index < 4 ? 0.5 : 0.75, { swing: 0.16, pan: 0.45 })),
  );
  changes.slice(4).forEach(([, , chord], index) => {
    part.chord('brass', 19 + index, 0.66, 0.5, chord, 0.5, 0.6);
    part.chord('brass', 19 + index, 2.66, 0.8, chord, 0.52, 0.6);
  });
}
/** G, G7, C minor, and a dominant that nobody resolves. */
function stopChords(part: Part): void {
  const hits = ['G2 D3 B3 D4 G4 B4', 'G2 F3 B3 D4 F4 B4', 'C2 G3 C4 Eb4 G4 C5', 'D2 F#3 C4 F4 A4 D5'];
  hits.forEach((chord, index) => {
    const bar = 23 + Math.floor(index / 2);
    const beat = (index % 2) * 2;
    part.chord('brass', bar, beat, 0.6, chord, 0.72, 0.7);
    part.chord('piano', bar, beat, 0.6, chord, 0.7, 0.4);
    part.chord('trumpet', bar, beat, 0.5, chord.split(' ').slice(-2).join(' '), 0.8);
    part.play('snare', bar, beat, 0.3, 'A3', 0.6);
    part.play('kick', bar, beat, 0.3, 'E1', 0.7);
    part.play('crash', bar, beat, 0.5, 'A5', 0.4 + 0.1 * index);
  });
  const answer = hand('clarinet', 0.75, { pan: 0.3 });
  line(part, 23, '- D5 G5 B5 - F5 D5 B4', answer);
  line(part, 24, '- Eb5 C5 G4 - - - -', answer);
}
/** The watch runs down, one siren near and one far, and nothing. */
function war(part: Part): void {
  grid(part, 'tick', 25, 'x...o.......o...', { pitch: 'E7', length: 0.2, force: 0.6, pan: -0.3 });
  part.play('drone', 25, 0, 3.5, 'E1', 0.6);
  part.play('timpani', 25, 0, 2, 'E2', 0.5);
  part.play('siren', 25, 0, 11.9, 'B4', 0.8, -0.25);
  part.play('siren', 25, 1.5, 10.2, 'G4', 0.35, 0.7);
}
