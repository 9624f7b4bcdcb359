/**
 * Writes show.json and the example rigs of the bundled show:
 *   node shows/usine-extraordinaire/build/show.mjs
 * Deterministic; the output is committed and is the document: a designer edits that, this only wrote it first.
 */
import { writeFileSync } from 'node:fs';
import { chapterOne } from './show/chapter-1.mjs';
import { chapterTwo } from './show/chapter-2.mjs';
import { chapterThree } from './show/chapter-3.mjs';
import { chapterFour } from './show/chapter-4.mjs';
import { chapterFive } from './show/chapter-5.mjs';
import { chapterSix } from './show/chapter-6.mjs';
import { chapterSeven } from './show/chapter-7.mjs';
import { chapterEight } from './show/chapter-8.mjs';
import { chapterNine } from './show/chapter-9.mjs';
import { finale } from './show/finale.mjs';
import { cues } from './show/cues.mjs';
import { fontsFourToSix } from './show/fonts-4-6.mjs';
import { makeKit } from './show/kit.mjs';
import { media } from './show/media.mjs';
import { preset } from './show/preset.mjs';
import { prologue } from './show/prologue.mjs';
import { rigs } from './show/rigs.mjs';
import { text } from './show/serialise.mjs';
import { shortVersion } from './show/short.mjs';
import { lateStings } from './show/stings-late.mjs';
import { stings } from './show/stings.mjs';

export const showDocument = () => {
  const kit = makeKit();
  kit.put('show:usine-extraordinaire', {
    title: { fr: 'L’Usine extraordinaire', en: 'The Extraordinary Factory' },
    canvas: { width: 235, height: 62, density: 16 },
    facade: { path: 'facade.json', hash: null },
    defaultRig: 'rigs/two.json',
    main: 'timeline:main',
    language: 'fr',
    seed: 1868,
    guard: 0.4,
    early: 0.5,
  });
  kit.timeline('main', {
    name: '1868–2018',
    duration: 540,
    blend: 'normal',
    tempo: [
      { at: 0, bpm: 48, beats: 4 },
      { at: 35, bpm: 96, beats: 4 },
      { at: 85, bpm: 144, beats: 3 },
      { at: 140, bpm: 96, beats: 2 },
      { at: 195, bpm: 120, beats: 4 },
      { at: 251, bpm: 160, beats: 4 },
      { at: 305, bpm: 110, beats: 4 },
      { at: 353, bpm: 120, beats: 4 },
      { at: 401, bpm: 160, beats: 4 },
      { at: 446, bpm: 128, beats: 4 },
      { at: 491, bpm: 128, beats: 4 },
    ],
  });
  const tracks = [
    ['stone', 'Pierre'],
    ['drawing', 'Dessin de la façade'],
    ['light', 'Lumières'],
    ['machines', 'Machines'],
    ['crowd', 'Foule'],
    ['front', 'Premier plan'],
    ['film', 'Pellicule'],
    ['words', 'Années et textes'],
    ['sound', 'Bande-son'],
  ];
  for (const [name, words] of tracks) kit.track('main', name, words);
  media(kit);
  fontsFourToSix(kit);
  prologue(kit);
  chapterOne(kit);
  chapterTwo(kit);
  chapterThree(kit);
  chapterFour(kit);
  chapterFive(kit);
  chapterSix(kit);
  chapterSeven(kit);
  chapterEight(kit);
  chapterNine(kit);
  finale(kit);
  stings(kit);
  lateStings(kit);
  preset(kit);
  shortVersion(kit);
  cues(kit);
  return kit.document();
};

if (process.argv[1] === import.meta.filename) {
  const here = (path) => new URL(`../${path}`, import.meta.url);
  const document = showDocument();
  writeFileSync(here('show.json'), text(document));
  for (const [name, rig] of Object.entries(rigs())) writeFileSync(here(`rigs/${name}.json`), text(rig));
  console.error(`show.json: ${Object.keys(document.records).length} records`);
}
