import { Part, type Section, key } from '../notes.ts';
import { grid, hand, line } from './pen.ts';

/** Automation and robots, 1961–1996: E minor, 120, bars of 2 s; a sequenced bass, Bézier's line, the orange train. */
export function robots(): Section {
  const part = new Part(0.5, 4);
  for (let bar = 1; bar <= 24; bar += 1) {
    drums(part, bar);
    if (bar <= 12 || bar >= 17) joints(part, bar);
    if (bar >= 3 && (bar <= 12 || bar >= 17)) sequence(part, bar);
  }
  leads(part);
  bezier(part);
  train(part);
  return { name: 'robots', seconds: 48, tail: 4, hall: 1.6, notes: part.notes };
}

function drums(part: Part, bar: number): void {
  if (bar >= 13 && bar <= 16) {
    if (bar === 16)
      grid(part, 'snare', bar, '........o.o.xxxX', { pitch: 'E3', length: 0.2, force: 0.5, pan: 0 });
    return;
  }
  grid(part, 'kick', bar, bar < 5 ? 'X.......x.......' : 'X...X...X...X.o.', {
    pitch: 'E1',
    length: 0.3,
    force: 0.85,
    pan: 0,
  });
  if (bar >= 5)
    grid(part, 'snare', bar, '....X.......X..o', { pitch: 'E3', length: 0.3, force: 0.6, pan: 0 });
  if (bar >= 5)
    grid(part, 'clap', bar, '....x.......x...', { pitch: 'A5', length: 0.3, force: 0.5, pan: 0.15 });
  if (bar >= 5)
    grid(part, 'hat', bar, 'o.x.o.x.o.x.o.xo', { pitch: 'A5', length: 0.12, force: 0.6, pan: 0.3 });
  if (bar >= 9)
    grid(part, 'anvil', bar, bar % 2 ? '...x......x.....' : '......x....x..x.', {
      pitch: 'E5',
      length: 0.5,
      force: 0.3,
      pan: -0.45,
    });
}
/** The arm: a joint turns on two, the gripper's air on four, a weld on four once the line runs. */
function joints(part: Part, bar: number): void {
  const turns: [string, string][] = [
    ['E3', 'B3'],
    ['B3', 'G3'],
    ['G3', 'D4'],
    ['D4', 'E3'],
  ];
  const [from, to] = turns[bar >= 23 ? 0 : (bar - 1) % 4] ?? ['E3', 'B3'];
  const side = bar >= 23 || bar % 2 ? -0.6 : 0.6;
  part.glide('servo', bar, 1, 0.9, key(to), 0.8, side, key(from));
  if (bar < 5) part.glide('servo', bar, 2.5, 0.45, key(from) + 12, 0.6, -side, key(to) + 12);
  part.play('valve', bar, bar < 5 ? 3 : 2.5, 0.35, 'A4', bar < 5 ? 0.75 : 0.45, -side);
  if (bar < 5) part.play('press', bar, 0, 1, 'E2', 0.45);
  if (bar >= 5) part.play('weld', bar, 3, 0.5, 'A4', 0.7, side * 0.8);
}
const roots = ['E1', 'E1', 'G1', 'D1', 'E1', 'E1', 'C1', 'D1'];
/** Sixteenths, an octave jump on every mark of the letter. */
function sequence(part: Part, bar: number): void {
  const root = key(bar >= 21 ? 'E1' : (roots[(bar - 1) % 8] ?? 'E1'));
  'x.Xx.xXx.xXxx.Xx'.split('').forEach((mark, step) => {
    if (mark === '.') return;
    const up = mark === 'X' ? 24 : 12;
    const force = (bar < 5 ? 0.3 : 0.46) * (mark === 'X' ? 1.2 : 0.9);
    part.play('bass', bar, step / 4, 0.22, root + up, force, mark === 'X' ? 0.2 : -0.1);
  });
}
function leads(part: Part): void {
  const stab = [
    'E4 G4 B4',
    'E4 G4 B4',
    'D4 G4 B4',
    'D4 F#4 A4',
    'E4 G4 B4',
    'E4 G4 B4',
    'E4 G4 C5',
    'F#4 A4 D5',
  ];
  stab.forEach((chord, index) => {
    if (index >= 2) part.chord('swell', 5 + index, 0, 3.9, chord, 0.3 + 0.03 * index, 0.8);
  });
  const sung = hand('lead', 0.75, { glides: true, pan: -0.1 });
  ['E5 . B5 C6 . B5 G5 .', '- A5 . B5 . G5 E5 .', '- G5 F#5 . E5 . C5 .', 'D5 . F#5 . A5 . . -'].forEach(
    (notes, index) => {
      line(part, 9 + index, notes, sung);
      line(part, 9 + index, notes, hand('arp', 0.5, { lift: 12, pan: 0.5 }));
    },
  );
}
/** Four arcs of one bar each: a single line bends through four points, handles in glass above and below. */
function bezier(part: Part): void {
  const arcs = ['E4 B4 G5 E5', 'E5 C5 A4 C5', 'D5 A5 F#6 B5', 'B5 F#5 A5 D#6'];
  const chords = ['E3 B3 G4', 'C3 A3 E4', 'D3 A3 F#4', 'B2 F#3 D#4 A4'];
  arcs.forEach((points, index) => {
    const bar = 13 + index;
    line(part, bar, points, hand('theremin', 0.8, { unit: 1, glides: true, pan: -0.5 + 0.33 * index }));
    line(part, bar, points, hand('lead', 0.34, { unit: 1, glides: true, pan: 0.5 - 0.33 * index }));
    part.chord('pad', bar, 0, 3.7, chords[index] ?? '', 0.4 + 0.06 * index, 0.8);
    const tones = (chords[index] ?? '').split(' ');
    for (let step = 0; step < 8; step += 1)
      part.play(
        'celesta',
        bar,
        step / 2,
        0.5,
        key(tones[step % tones.length] ?? 'E3') + 24,
        0.32,
        step % 2 ? 0.6 : -0.6,
      );
    part.play('sub', bar, 0, 3.8, ['E1', 'C1', 'D1', 'B0'][index] ?? 'E1', 0.5);
  });
  part.play('cymbal', 16, 0, 4, 'A5', 0.9);
}
function train(part: Part): void {
  part.pass('train', 16, 3.2, 5.6, 'A4', 1, [-1, 1]);
  for (const [bar, chord] of [
    [17, 'E3 B3 G4'],
    [19, 'G3 D4 B4'],
    [21, 'E3 B3 E4 G4'],
  ] as const) {
    part.chord('orchestra', bar, 0, 1, chord, 0.5, 0.5);
    part.play('crash', bar, 0, 2, 'A5', 0.7);
    part.play('timpani', bar, 0, 1, 'E2', 0.6);
  }
  part.chord('orchestra', 18, 3.5, 1, 'D3 A3 F#4', 0.4, 0.5);
  part.chord('orchestra', 20, 3, 1, 'D3 A3 F#4', 0.36, 0.5);
  part.chord('orchestra', 20, 3.5, 1, 'D3 A3 F#4', 0.4, 0.5);
  const sung = hand('lead', 0.8, { glides: true, pan: -0.1 });
  ['E5 . B5 C6 . B5 G5 .', 'B5 . . A5 . G5 D5 .', 'G5 . D6 E6 . D6 B5 .', 'A5 . F#5 . D5 . F#5 .'].forEach(
    (notes, index) => {
      line(part, 17 + index, notes, sung);
      line(part, 17 + index, notes, hand('brass', 0.5, { lift: -12, pan: 0.25 }));
    },
  );
  ['E4 G4 B4', 'E4 G4 B4', 'D4 G4 B4', 'D4 F#4 A4'].forEach((chord, index) =>
    part.chord('swell', 17 + index, 0, 3.9, chord, 0.5, 0.8),
  );
  for (let bar = 21; bar <= 24; bar += 1) {
    part.chord('swell', bar, 0, 3.9, 'E4 G4 B4', 0.4, 0.8);
    line(part, bar, 'E4 . B4 C5 . - - -', hand('arp', 0.66, { pan: -0.3 }));
  }
}
