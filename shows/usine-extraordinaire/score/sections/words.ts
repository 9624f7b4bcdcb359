import { Part, type Section, key } from '../notes.ts';
import { grid, hand, line } from './pen.ts';

/** The four words and the tutti of the finale, each in the hand of its world; the desk has them as stings, too. */
type World = (part: Part, bar: number) => void;

/** INVENTER: one lamp, glass, celesta: the prologue's three colours in a run. */
export const invent: World = (part, bar) => {
  part.play('bell', bar, 0, 3, 'D5', 0.6, -0.6);
  part.play('crash', bar, 0, 2, 'A5', 0.4, -0.6);
  part.play('crackle', bar, 0, 1.5, 'G5', 0.8, -0.7);
  part.chord('glass', bar, 0, 5, 'D5 A5 E6 F#6', 0.6, 0.5);
  part.chord('strings', bar, 0, 5.5, 'D3 A3 D4 F#4', 0.5, 0.7);
  part.letter('celesta', 'I', bar, 0, 0.5, 'F#6 E6', 0.7, -0.5);
  'D5 E5 F#5 A5 B5 D6 E6 F#6 A6 B6 D7'
    .split(' ')
    .forEach((pitch, index) => part.play('celesta', bar, 0.25 * index, 0.5, pitch, 0.55, -0.8 + 0.1 * index));
};
/** FABRIQUER: hammer, anvil, press, brass in fifths. */
export const make: World = (part, bar) => {
  part.play('hammer', bar, 0, 2, 'D1', 0.75, -0.2);
  part.play('press', bar, 0, 1, 'E2', 0.7, -0.3);
  part.chord('brass', bar, 0, 0.9, 'D2 A2 D3 A3 D4', 0.74, 0.5);
  part.chord('brass', bar, 1, 0.45, 'D2 A2 D3 A3', 0.66, 0.5);
  part.chord('brass', bar, 1.5, 3, 'B1 F#2 D3 F#3 B3', 0.74, 0.5);
  for (const [beat, pitch] of [
    [1, 'D5'],
    [1.5, 'A5'],
    [3, 'D5'],
  ] as const)
    part.play('anvil', bar, beat, 1, pitch, 0.55, -0.35);
  part.letter('timpani', 'F', bar, 0, 0.5, 'D2 A2 B2', 0.6);
  part.play('weld', bar, 3, 0.6, 'A4', 0.6, -0.5);
};
/** CONNECTER: relays tell a letter, the carrier becomes an arpeggio. */
export const connect: World = (part, bar) => {
  part.play('zip', bar, 0, 1.2, 'D4', 0.6, 0.3);
  part.play('kick', bar, 0, 1, 'D1', 0.75);
  part.play('carrier', bar, 0, 0.9, 'D6', 0.5, 0.4);
  part.letter('relay', 'F', bar, 0, 0.25, 'A5 A5 A5', 1, 0.2);
  part.letter('relay', 'R', bar, 1.5, 0.25, 'A5 A5', 1, 0.6);
  part.chord('pad', bar, 0, 5.5, 'G2 D3 B3 F#4', 0.6, 0.9);
  const tones = ['G4', 'B4', 'D5', 'F#5', 'A5'];
  for (let step = 0; step < 20; step += 1)
    part.play(
      'arp',
      bar,
      step / 4,
      0.24,
      key(tones[step % 5] ?? 'G4') + (step >= 10 ? 12 : 0),
      0.75 - 0.02 * step,
      0.8 * Math.sin(step),
    );
};
/** PARTAGER: voices, an accordion, strings: people. */
export const share: World = (part, bar) => {
  part.play('bell', bar, 0, 3, 'A4', 0.4, 0.6);
  part.play('timpani', bar, 0, 1, 'A2', 0.6);
  part.chord('choir', bar, 0, 5.5, 'A3 E4 A4 C#5 E5', 0.85, 0.9);
  part.chord('strings', bar, 0, 5.5, 'A2 E3 C#4 A4', 0.6, 0.8);
  part.chord('accordion', bar, 0, 5, 'C#4 E4 A4', 0.4, 0.4);
  line(part, bar, 'A4 . E5 F#5 . E5 C#5 .', hand('accordion', 0.6, { pan: 0.5 }));
  for (let each = 0; each < 9; each += 1)
    part.play('grain', bar, 0.45 * each, 0.35, ['A4', 'C#5', 'E4', 'A3', 'E5'][each % 5] ?? 'A4', 0.6, ((each * 5) % 9) / 4.5 - 0.9); // prettier-ignore
};
/** Everybody, in D: three blows a bar apart and a gallop between. */
export const blow: World = (part, bar) => {
  part.play('crash', bar, 0, 3, 'A5', 1);
  part.play('hammer', bar, 0, 2, 'D1', 0.6);
  part.play('press', bar, 0, 1, 'E2', 0.5);
  part.play('anvil', bar, 0, 2, 'D5', 0.5);
  part.chord('organ', bar, 0, 3.6, 'D4 F#4 A4 D5', 0.4, 0.5);
};
export const gallop: World = (part, bar) => {
  grid(part, 'timpani', bar, 'XoxXoxXoxXoxXoxx', { pitch: 'D2', length: 0.3, force: 0.55, pan: -0.1 });
  grid(part, 'snare', bar, 'x.ox.ox.ox.ox.oo', { pitch: 'A3', length: 0.2, force: 0.45, pan: 0.1 });
};

const worlds: [name: string, world: World][] = [
  ['sting-inventer', invent],
  ['sting-fabriquer', make],
  ['sting-connecter', connect],
  ['sting-partager', share],
];
export const wordStings = (): Section[] =>
  worlds.map(([name, world]) => {
    const part = new Part(60 / 128, 4);
    world(part, 1);
    return { name, seconds: 5.5, tail: 0, hall: 3, notes: part.notes };
  });
