import { Part, type Section, key } from '../notes.ts';
import { grid, hand, line } from './pen.ts';

/** Factory 4.0, 1984–2018: D minor, 128, bars of 1.875 s; heart, printing strokes, laser, and a rise without an end. */
export function factory(): Section {
  const part = new Part(60 / 128, 4);
  for (let bar = 1; bar <= 24; bar += 1) {
    if (bar <= 6 || bar >= 17)
      for (const beat of [0, 2]) part.play('heart', bar, beat, 1, 'A1', bar < 23 ? 0.75 : 0.6);
    if (bar >= 5 && bar <= 16) club(part, bar);
    if (bar >= 3 && bar <= 22) printing(part, bar);
  }
  liftOff(part);
  harmony(part);
  tune(part);
  lasers(part);
  riser(part);
  return { name: 'factory', seconds: 45, tail: 0.03, hall: 2, notes: part.notes };
}

/** The wireframe leaves the stone: the letters in glass, each an octave above the last. */
function liftOff(part: Part): void {
  part.chord('pad', 1, 0, 7.6, 'D3 A3 F4', 0.25, 0.8);
  part.chord('pad', 3, 0, 7.6, 'Bb2 F3 D4 A4', 0.35, 0.8);
  part.letter('glass', 'F', 1, 0, 0.5, 'D5 A5 Bb5', 0.55, -0.5);
  part.letter('glass', 'R', 2, 0, 0.5, 'G5 A5', 0.55, 0.5);
  part.letter('celesta', 'I', 3, 0, 0.5, 'F6 E6', 0.5, -0.3);
  part.letter('celesta', 'S', 4, 0, 0.5, 'D6 E6', 0.5, 0.3);
  part.play('wind', 3, 0, 8, 'A5', 0.35);
}
function club(part: Part, bar: number): void {
  grid(part, 'kick', bar, bar % 4 ? 'X...X...X...X...' : 'X...X...X...X.x.', {
    pitch: 'D1',
    length: 0.3,
    force: 0.9,
    pan: 0,
  });
  if (bar >= 7)
    grid(part, 'hat', bar, '..X...X...X...Xo', { pitch: 'A5', length: 0.2, force: 0.7, pan: 0.25 });
  if (bar >= 9) grid(part, 'clap', bar, '....X.......X...', { pitch: 'A5', length: 0.3, force: 0.6, pan: 0 });
  if (bar >= 9)
    grid(part, 'press', bar, '..........x.....', { pitch: 'E2', length: 0.5, force: 0.35, pan: 0.5 });
  const root = key(changeOf(bar)[0]);
  '.xx..xx..xX..xxX'.split('').forEach((mark, step) => {
    if (mark === '.') return;
    part.play('bass', bar, step / 4, 0.2, root + (mark === 'X' ? 12 : 0), bar < 9 ? 0.3 : 0.5);
  });
}
const changes: [root: string, chord: string][] = [
  ['D2', 'A3 D4 F4'],
  ['Bb1', 'Bb3 D4 F4'],
  ['F1', 'A3 C4 F4'],
  ['C2', 'G3 C4 E4'],
];
const touch: [root: string, chord: string][] = [
  ['Bb1', 'Bb3 D4 F4 A4'],
  ['C2', 'C4 E4 G4 D5'],
  ['D2', 'A3 D4 F4 A4'],
  ['A1', 'A3 C#4 E4 G4'],
];
function changeOf(bar: number): [root: string, chord: string] {
  return (bar >= 13 ? touch : changes)[(bar - 1) % 4] ?? ['D2', 'A3 D4 F4'];
}
/** A layer every sixteenth; the stepper climbs a tone a layer and flies back. */
function printing(part: Part, bar: number): void {
  const degrees = [0, 2, 3, 5, 7, 8, 10, 12];
  for (let step = 0; step < 16; step += 1) {
    const climb = (degrees[step % 8] ?? 0) + (step >= 8 ? 12 : 0);
    const force = (bar < 5 ? 0.3 : 0.5) * (step % 4 === 0 ? 1 : 0.7);
    part.play('layer', bar, step / 4, 0.2, 50 + climb, force, -0.7 + 0.09 * step);
  }
}
function harmony(part: Part): void {
  for (let bar = 5; bar <= 16; bar += 1) {
    const chord = changeOf(bar)[1];
    const force = bar < 9 ? 0.35 : bar < 13 ? 0.5 : 0.62;
    for (let beat = 0; beat < 4; beat += 1) part.chord('swell', bar, beat, 1, chord, force, 0.8);
    if (bar < 9) continue;
    const tones = chord.split(' ');
    for (let step = 0; step < 16; step += 1)
      part.play(
        'arp',
        bar,
        step / 4,
        0.2,
        key(tones[(step * 2) % tones.length] ?? 'D4') + 12,
        step % 5 === 0 ? 0.6 : 0.38,
        step % 2 ? 0.6 : -0.6,
      );
  }
  part.play('crash', 9, 0, 2, 'A5', 0.7);
  part.play('crash', 13, 0, 2, 'A5', 0.9);
  part.play('bell', 13, 0, 4, 'D5', 0.6, 0.1);
  part.chord('strings', 13, 0, 15.5, 'D4 A4 D5', 0.55, 0.8);
  part.chord('brass', 13, 0, 3.4, 'Bb2 F3 Bb3 D4', 0.5, 0.6);
  part.chord('brass', 15, 0, 3.4, 'D3 A3 D4 F4', 0.52, 0.6);
}
function tune(part: Part): void {
  const sung = hand('lead', 0.72, { glides: true });
  [
    'D5 . A5 Bb5 . A5 F5 .',
    '- G5 . A5 . F5 D5 .',
    '- F5 E5 . C5 . A4 .',
    'C5 . E5 . G5 . . -',
    'D5 . A5 Bb5 . A5 D6 .',
    '- C6 . D6 . G5 E5 .',
    '- F5 A5 . D6 . A5 .',
    'C#5 . E5 . A5 . G5 E5',
  ].forEach((notes, index) => {
    line(part, 9 + index, notes, sung);
    if (index >= 4) line(part, 9 + index, notes, hand('strings', 0.5, { lift: 12, pan: -0.4 }));
  });
}
function lasers(part: Part): void {
  for (const [bar, pan] of [
    [9, -1],
    [11, 1],
    [13, -1],
    [15, 1],
  ] as const)
    part.pass('zip', bar, 0, 1.8, 'D3', 0.75, [pan, -pan]);
}
/** Pulses in eighths, then in sixteenths; a rise begun anew every bar, so that it can go on as long as it must. */
function riser(part: Part): void {
  for (let bar = 17; bar <= 24; bar += 1)
    part.play('rise', bar, 0, 8, 'A2', bar < 23 ? 0.3 + 0.08 * (bar - 17) : 0.72, bar % 2 ? 0 : 0);
  ['D4 F4 A4', 'D4 F4 Bb4', 'D4 G4 Bb4', 'E4 G4 A4', 'E4 A4 C#5', 'E4 G4 A4 C#5'].forEach((chord, index) => {
    part.chord('swell', 17 + index, 0, 3.9, chord, 0.36 + 0.05 * index, 0.9);
    part.play('sub', 17 + index, 0, 3.8, 'A1', 0.4 + 0.05 * index);
  });
  grid(part, 'bass', 21, 'xxxxxxxx', { pitch: 'A1', length: 0.3, force: 0.5, pan: 0 });
  grid(part, 'bass', 22, 'xxxxxxxxxxxxxxxx', { pitch: 'A1', length: 0.2, force: 0.7, pan: 0 });
  grid(part, 'timpani', 21, 'oooooooo', { pitch: 'A2', length: 0.3, force: 0.7, pan: 0 });
  grid(part, 'timpani', 22, 'ooooxxxxxxxxXXXX', { pitch: 'A2', length: 0.3, force: 0.8, pan: 0 });
  part.play('cymbal', 21, 0, 8, 'A5', 1);
  part.play('relay', 23, 0, 0.2, 'A5', 1, 0);
  part.play('anvil', 23, 0, 1, 'A5', 0.35, 0);
  for (const bar of [23, 24]) {
    part.play('sub', bar, 0, 3.9, 'A1', 0.5);
    part.chord('swell', bar, 0, 3.9, 'E4 G4 A4 C#5', 0.56, 0.9);
    part.letter('arp', 'F', bar, 0, 0.5, 'A4 E5 F5', 0.6, -0.3);
    part.letter('arp', 'F', bar, 2, 0.25, 'A5 E6 F6', 0.45, 0.4);
  }
}
