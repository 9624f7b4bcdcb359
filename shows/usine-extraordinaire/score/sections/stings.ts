import { Part, type Section } from '../notes.ts';
import { tuttiSting } from './finale.ts';
import { lantern } from './thirty.ts';
import { wordStings } from './words.ts';

/** One-shots that the desk fires: in the keys of the chapters that they fall into. */
const sting = (name: string, seconds: number, hall: number, write: (part: Part) => void): Section => {
  const part = new Part(1, 4);
  write(part);
  return { name, seconds, tail: 0, hall, notes: part.notes };
};
const colour = (name: string, pitch: string, low: string, pan: number): Section =>
  sting(name, 4.5, 3.4, (part) => {
    part.play('bell', 1, 0, 2, low, 0.8, pan);
    part.play('sine', 1, 0, 1.4, pitch, 0.8, pan);
    part.play('celesta', 1, 0, 1, pitch, 0.6, pan);
    part.play('anvil', 1, 0, 1, pitch, 0.2, pan);
  });

export const stings = (): Section[] => [
  sting('sting-hammer', 4.5, 3.4, (part) => {
    part.play('hammer', 1, 0, 2, 'D1', 1);
    part.play('anvil', 1, 0.012, 2, 'D4', 0.55);
    part.chord('brass', 1, 0, 0.7, 'D2 A2', 0.7, 0.4);
    part.play('timpani', 1, 0, 1, 'D2', 0.7);
  }),
  colour('sting-colour-1', 'A4', 'A3', -0.5),
  colour('sting-colour-2', 'E5', 'E4', 0.5),
  colour('sting-colour-3', 'F#5', 'F#4', 0),
  sting('sting-nineteen-hundred', 7, 3.4, (part) => {
    part.play('crash', 1, 0, 2, 'A5', 0.9);
    part.play('hammer', 1, 0, 2, 'D1', 0.5);
    part.chord('brass', 1, 0, 3.2, 'G1 G2 D3 G3 B3 D4', 0.72, 0.7);
    part.chord('organ', 1, 0, 3, 'G3 B3 D4 G4 B4 D5 G5', 0.5, 0.6);
    part.chord('strings', 1, 0, 3.4, 'G3 D4 B4 G5', 0.7, 0.7);
    part.letter('bell', 'F', 1, 0, 0.2, 'G4 D5 E5', 0.5, 0.2);
    'G5 B5 D6 G6 B6 D7 G7'
      .split(' ')
      .forEach((pitch, index) => part.play('celesta', 1, 0.1 * index, 1, pitch, 0.5, -0.6 + 0.2 * index));
    part.play('timpani', 1, 0, 1, 'G2', 0.8);
  }),
  sting('sting-press', 2.5, 1.5, (part) => {
    part.play('press', 1, 0, 1, 'E2', 1);
    part.play('kick', 1, 0, 1, 'E1', 0.7);
    part.chord('brass', 1, 0, 0.4, 'E2 B2', 0.6, 0.3);
    part.play('valve', 1, 0.45, 0.4, 'A4', 0.5, 0.3);
  }),
  { ...sting('sting-lantern', 7, 2.6, () => {}), notes: lit() },
  sting('sting-concorde', 6, 2.4, (part) => {
    part.pass('jet', 1, 0, 4, 'A4', 1, [-0.95, 0.95]);
    part.play('boom', 1, 4, 1.8, 'A1', 0.8, 0.5);
  }),
  sting('sting-tgv', 3.6, 1.6, (part) => {
    part.pass('train', 1, 0, 2, 'A4', 1, [-1, 1]);
    part.chord('orchestra', 1, 0, 1, 'E3 B3 G4', 0.36, 0.5);
  }),
  ...wordStings(),
  tuttiSting(),
];
/** The DS's chord at the tempo of its chapter. */
function lit(): Section['notes'] {
  const part = new Part(0.375, 4);
  lantern(part, 1);
  return part.notes;
}
