import { Part, type Section, key } from '../notes.ts';

/** The spark, 1868: D, in the dark, 48 to the minute, 7 bars of 5 s. Drums only in the last bar, which loops. */
export function prologue(): Section {
  const part = new Part(1.25, 4);
  ground(part);
  colours(part);
  lastBar(part);
  return { name: 'prologue', seconds: 35, tail: 5, hall: 4.2, notes: part.notes };
}

function ground(part: Part): void {
  part.play('anvil', 1, 0, 4, 'D5', 0.85, -0.1);
  part.play('drone', 1, 0.6, 26.5, 'D2', 0.75, -0.15);
  part.play('drone', 2, 0, 23, 'A2', 0.4, 0.25);
  part.play('drone', 4, 0, 16, 'D1', 0.5);
  for (let bar = 1; bar <= 7; bar += 1)
    part.play('breath', bar, 0, 4, 'D4', 0.32 + 0.05 * bar, bar % 2 ? -0.35 : 0.35);
  part.play('bowed', 2, 2, 5, 'D4', 0.5, -0.5);
  part.play('bowed', 3, 3, 5, 'A3', 0.55, 0.5);
  part.play('bowed', 5, 0, 5, 'E4', 0.5, -0.4);
  part.play('bowed', 6, 0, 5, 'F#4', 0.5, 0.4);
  // The motif, barely there: far glass, F of FRISE in slow units.
  part.letter('celesta', 'F', 2, 0, 0.8, 'D6 A6 B6', 0.22, 0.6);
  part.letter('celesta', 'R', 4, 1, 0.8, 'G6 A6', 0.24, -0.6);
  part.letter('celesta', 'I', 5, 1, 0.8, 'F#6 E6', 0.26, 0.5);
}

/** Red at 10 s, yellow at 15 s, blue at 20 s, and at 30 s the three are one chord. */
function colours(part: Part): void {
  part.play('sine', 3, 0, 18, 'A4', 0.55, -0.55);
  part.play('sine', 4, 0, 14, 'E5', 0.5, 0.55);
  part.play('sine', 5, 0, 10, 'F#5', 0.5, 0);
  part.play('bell', 3, 0, 3, 'A3', 0.3, -0.5);
  part.play('bell', 4, 0, 3, 'E4', 0.3, 0.5);
  part.play('bell', 5, 0, 3, 'F#4', 0.32, 0);
  part.chord('strings', 5, 0, 4, 'D3 A3', 0.3);
  part.chord('strings', 6, 0, 2, 'G2 D3 B3', 0.42);
  part.chord('strings', 6, 2, 2, 'A2 E3 A3 C#4', 0.55);
  part.play('cymbal', 6, 1, 3, 'A5', 0.5);
  part.play('wind', 6, 0, 4, 'A5', 0.28);
}

function lastBar(part: Part): void {
  part.chord('strings', 7, 0, 4, 'D2 A2 D3 F#3 A3 E4 F#4', 0.62, 0.6);
  part.chord('brass', 7, 0, 3.4, 'D2 A2 D3', 0.36);
  part.play('bell', 7, 0, 4, 'D4', 0.6);
  part.play('anvil', 7, 0, 4, 'D5', 0.45, 0.1);
  part.letter('glass', 'F', 7, 0, 0.6, 'D5 A5 B5', 0.55, 0.3);
  // The heart of the machine: the same five bits on a skin, twice, then a pause.
  for (const beat of [0, 2]) {
    part.play('timpani', 7, beat, 1, 'D2', 0.6);
    part.play('timpani', 7, beat + 0.5, 1, key('A2'), 0.35, 0.2);
    part.play('timpani', 7, beat + 0.75, 1, 'D2', 0.5);
    part.play('hiss', 7, beat + 1.25, 0.5, 'D5', 0.5, 0.4);
  }
}
