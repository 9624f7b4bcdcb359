import { Part, type Section, code, key } from '../notes.ts';
import { grid, hand, line } from './pen.ts';

/** The network, 1989–2012: B minor, 160 felt as 80, bars of 1.5 s; syllables, breakbeat, packets. */
export function network(): Section {
  const part = new Part(0.375, 4);
  dial(part);
  for (let bar = 5; bar <= 30; bar += 1) {
    if (bar >= 13 && bar <= 16) continue;
    breakbeat(part, bar);
    low(part, bar);
    breathing(part, bar);
  }
  for (let bar = 3; bar <= 30; bar += 1) if (bar < 13 || bar > 16) voices(part, bar);
  for (const bar of [5, 7, 9, 11, 17, 19, 21, 23, 25, 27]) packets(part, bar);
  hopping(part);
  melodies(part);
  return { name: 'network', seconds: 45, tail: 4, hall: 2.2, notes: part.notes };
}

/** Small numbers that only look like chance. */
const scatter = (index: number, range: number): number => ((index * 7919 + 104_729) % 65_537) % range;

/** Two tones a key, then the answer: the gesture's own pitches become the tune. */
function dial(part: Part): void {
  const rows = ['F#5 D6', 'A5 E6', 'F#5 E6', 'B5 D6', 'F#5 F#6', 'A5 D6'];
  rows.forEach((pair, index) => part.chord('sine', 1, index * 0.5, 0.3, pair, 0.5, 0.2));
  part.play('chirp', 2, 0, 1.4, 'B5', 0.6, -0.5);
  part.play('chirp', 2, 1.5, 1.2, 'F#6', 0.6, 0.5);
  part.play('carrier', 2, 2.75, 1.25, 'B5', 0.55);
  part.chord('pad', 1, 0, 7.5, 'B2 F#3 D4', 0.3, 0.7);
  part.chord('pad', 3, 0, 7.5, 'G2 D3 B3 F#4', 0.4, 0.8);
  line(part, 3, 'B4 . F#5 G5 . F#5 E5 .', hand('glass', 0.6, { pan: 0.3 }));
  line(part, 4, '- E5 . F#5 . D5 C#5 .', hand('glass', 0.6, { pan: 0.3 }));
  part.play('wind', 3, 0, 8, 'A5', 0.3);
}
const kicks = ['X.........x.....', 'X..x......x...o.'];
const snares = ['........X......o', '....o...X..o.o.o'];
function breakbeat(part: Part, bar: number): void {
  const full = bar >= 17;
  const turn = bar < 29 && bar % 4 === 0;
  const side = full ? (bar < 29 ? bar % 2 : 1) : 0;
  grid(part, 'kick', bar, kicks[side] ?? '', { pitch: 'B0', length: 0.3, force: 0.85, pan: 0 });
  grid(part, 'snare', bar, turn ? '........X.x.xxXX' : (snares[side] ?? ''), {
    pitch: 'B3',
    length: 0.3,
    force: 0.7,
    pan: 0,
  });
  grid(part, 'hat', bar, full ? 'x.xox.xxo.x.x.xo' : 'x...o...x...o.x.', {
    pitch: 'A5',
    length: 0.09,
    force: 0.55,
    pan: 0.3,
  });
  if (full) grid(part, 'relay', bar, '..x..x....x..x.x', { pitch: 'A5', length: 0.1, force: 0.5, pan: -0.5 });
}

const changes: [root: string, chord: string][] = [
  ['B0', 'B3 D4 F#4 A4'],
  ['G0', 'B3 D4 F#4 G4'],
  ['D1', 'A3 D4 F#4 C#5'],
  ['A0', 'A3 C#4 E4 B4'],
];
/** Two bars to a chord; the last four bars stay on B. */
function changeOf(bar: number): [root: string, chord: string] {
  const step = bar >= 27 ? 0 : Math.floor((bar - 5) / 2) % 4;
  return changes[step] ?? ['B0', 'B3 D4 F#4 A4'];
}
function low(part: Part, bar: number): void {
  const root = key(changeOf(bar)[0]) + 12;
  part.play('sub', bar, 0, 1.6, root, 0.8);
  part.play('sub', bar, 2.5, bar % 2 ? 1.2 : 0.6, root, 0.7);
  if (bar >= 17 && bar < 27 && bar % 2 === 0) part.play('sub', bar, 3.25, 0.6, root + 7, 0.66);
  if (bar >= 17)
    grid(part, 'bass', bar, 'x..x..x...x.x...', {
      pitch: changeOf(bar)[0].replace('0', '2').replace('D1', 'D2'),
      length: 0.2,
      force: 0.36,
      pan: 0.15,
    });
}
function breathing(part: Part, bar: number): void {
  const force = bar < 13 ? 0.3 + 0.02 * bar : 0.56;
  part.chord('swell', bar, 0, 2, changeOf(bar)[1], force, 0.9);
  part.chord('swell', bar, 2, 2, changeOf(bar)[1], force, 0.9);
}
/** Syllables at the pitches of speech and of the chord, here and there; more and more of them. */
function voices(part: Part, bar: number): void {
  const count = bar < 9 ? 5 : bar < 23 ? 7 : bar < 27 ? 13 : 8;
  const from = bar >= 29 ? 1 : bar;
  const tones = changeOf(Math.max(5, bar))[1].split(' ');
  for (let each = 0; each < count; each += 1) {
    const seed = from * 31 + each;
    const tone = key(tones[scatter(seed, 4)] ?? 'B3') + (scatter(seed + 5, 3) - 1) * 12;
    const beat = scatter(seed + 9, 16) / 4;
    const length = 0.25 + scatter(seed + 3, 4) * 0.12;
    part.play('grain', bar, beat, length, tone, 0.6, (scatter(seed + 2, 19) - 9) / 10);
  }
}
/** A burst: twelve bits that leave the middle on the one and run to both sides. */
function packets(part: Part, bar: number): void {
  const tones = changeOf(bar)[1].split(' ');
  part.play('zip', bar, 0, 0.9, 'B4', 0.4);
  for (let each = 0; each < 12; each += 1) {
    const beat = 1.6 * Math.sqrt(each / 12);
    const pan = (each % 2 ? 1 : -1) * (each / 12);
    part.play('core', bar, beat, 0.2, key(tones[each % 4] ?? 'B4') + 24, 0.75, pan);
    if (each % 3 === 0) part.play('arp', bar, beat, 0.25, key(tones[each % 4] ?? 'B4') + 12, 0.55, pan);
  }
}
/** Hedy Lamarr's 88 rows: no key twice in a row, one every half beat; then Baudot's bits beneath. */
function hopping(part: Part): void {
  const scale = [0, 2, 3, 5, 7, 9, 10];
  for (let hop = 0; hop < 32; hop += 1) {
    const place = (hop * 23 + 11) % 52;
    const midi = 23 + 12 * Math.floor(place / 7) + (scale[place % 7] ?? 0);
    part.play('piano', 13, hop * 0.5, 0.6, midi, 0.72, (place - 26) / 30);
    part.play('core', 13, hop * 0.5, 0.2, midi > 60 ? midi + 12 : midi + 36, 0.4, (place - 26) / 30);
  }
  part.chord('pad', 13, 0, 15.4, 'B2 F#3 C#4', 0.3, 0.8);
  `${code.F}0${code.R}0${code.I}0${code.S}0${code.E}`.split('').forEach((bit, index) => {
    if (bit === '1') part.play('relay', 15, index * 0.25, 0.2, 'A4', 0.7, -0.2);
  });
  part.play('cymbal', 15, 2, 6, 'A5', 0.8);
  part.play('rise', 15, 0, 16, 'B2', 0.6);
}
function melodies(part: Part): void {
  part.play('crash', 5, 0, 2, 'A5', 0.5);
  part.play('crash', 17, 0, 2, 'A5', 0.8);
  part.play('crash', 23, 0, 2, 'A5', 0.7);
  const tune = [
    'B4 . F#5 G5 . F#5 E5 .',
    '- E5 . F#5 . D5 C#5 .',
    '- D5 C#5 . B4 . G4 .',
    'B4 . C#5 . F#4 . . .',
  ];
  const second = ['F#5 . A5 . D6 . C#6 A5', '. B5 . A5 F#5 . E5 .'];
  tune.forEach((notes, index) => {
    line(part, 9 + index, notes, hand('glass', 0.5, { pan: -0.4 }));
    line(part, 17 + index, notes, hand('lead', 0.6, { glides: true }));
    line(part, 23 + index, notes, hand('lead', 0.66, { glides: true, lift: 12 }));
    line(part, 23 + index, notes, hand('choir', 0.75, { pan: -0.3 }));
  });
  second.forEach((notes, index) => line(part, 21 + index, notes, hand('lead', 0.6, { glides: true })));
  ['B3 D4 F#4', 'B3 D4 F#4', 'B3 D4 G4', 'B3 C#4 F#4'].forEach((chord, index) =>
    part.chord('choir', 23 + index, 0, 3.6, chord, 0.55, 0.9),
  );
  for (const bar of [27, 28, 29, 30]) {
    line(part, bar, 'B4 . F#5 G5 . - - -', hand('glass', 0.5, { pan: 0.3 }));
    part.play('choir', bar, 0, 3, 'F#4', 0.4, -0.4);
  }
}
