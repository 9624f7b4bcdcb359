/**
 * Chapter 8, the network, 401–446 s, bars of 1.5 s, felt as 3 s. Every capital, statue, window and vase is a node, links
 * are light. A proposal, a page in every bay, a look back to eighty-eight tracks (419), a tree without loops (425),
 * meaning, and a screen that goes out. The last bar (444.5–446) loops; what moves there does so in whole periods.
 */
import { BLUE, graph } from './chapter-8-graph.mjs';
import { event, figure } from './words.mjs';
import { fibre, fiveBits, prism } from './chapter-8-lines.mjs';
import { lineOf, ring } from './forms.mjs';
import { keys } from './kit.mjs';
import { minitel, pages, roll } from './chapter-8-pages.mjs';
import { panel } from './panel.mjs';

const STYLE = { font: 'media:space-grotesk', colour: '#90e0ef', text: '#eaf6ff', nameSize: 1.35 };

export const chapterEight = (kit) => {
  kit.put('media:space-grotesk', {
    path: 'fonts/space-grotesk-700.woff2',
    kind: 'font',
    title: 'Space Grotesk',
    hash: null,
    duration: null,
  });
  night(kit);
  prism(kit);
  fiveBits(kit);
  graph(kit);
  panel(kit, 'words-panel-8', [401.4, 446]);
  fibre(kit);
  event(kit, 'cern', [401.6, 407.5], STYLE);
  figure(kit, 'berners-lee', [407.7, 414], STYLE, [
    {
      path: [lineOf([-3.4, 2], [-5.2, 0], [-3.4, -2]), lineOf([3.4, 2], [5.2, 0], [3.4, -2])],
      strokeWidth: 0.3,
    },
    { path: lineOf([-2, -1.5], [2, -1.5]), stroke: '#00b4d8', strokeWidth: 0.3 },
    { path: [ring(0.42, -1.4, 0.3), ring(0.42, 1.4, 0.3), lineOf([-1, 0.3], [1, 0.3])], stroke: '#f72585' },
  ]);
  pages(kit);
  event(kit, 'web', [414.2, 418.9], { ...STYLE, from: 1989 });
  // A look back: the only year that is earlier than the one before it.
  roll(kit);
  event(kit, 'lamarr', [419.1, 425.1], { ...STYLE, colour: '#ff4fa0' });
  const branches = [
    [0, 2.4, -3.4, 0.4],
    [0, 2.4, 3.4, 0.4],
    [-3.4, 0.4, -5, -1.8],
    [-3.4, 0.4, -1.8, -1.8],
    [3.4, 0.4, 1.8, -1.8],
    [3.4, 0.4, 5, -1.8],
  ];
  figure(kit, 'perlman', [425.3, 431.8], STYLE, [
    { path: branches.map(([a, b, c, d]) => lineOf([a, b], [c, d])), strokeWidth: 0.24 },
    {
      path: [ring(0.42, 0, 2.4), ...branches.map(([, , c, d]) => ring(0.42, c, d))],
      fill: '#00b4d8',
      fillOpacity: 1,
      strokeWidth: 0.12,
    },
  ]);
  figure(kit, 'dieng-kuntz', [432, 438.3], STYLE, [
    {
      path: [lineOf([-4.4, -1.4], [0, 1.6], [4.4, -1.4], [-4.4, -1.4]), lineOf([0, 1.6], [0, -2.4])],
      strokeWidth: 0.16,
      stroke: '#90e0ef',
    },
    { path: ring(0.9, 0, 1.6), fill: '#7209b7', fillOpacity: 1, stroke: '#c77dff' },
    { path: ring(0.9, -4.4, -1.4), fill: '#f72585', fillOpacity: 1, stroke: '#ff8fc0' },
    { path: ring(0.9, 4.4, -1.4), fill: '#00b4d8', fillOpacity: 1, stroke: '#90e0ef' },
  ]);
  minitel(kit);
  event(kit, 'minitel-off', [438.8, 446], { ...STYLE, from: 1991 }, { fadeOut: 0 });
};

/** Nothing but a breath of blue on the stone and the edges of the masses. */
const night = (kit) => {
  kit.clip(
    'stone',
    'night-stone',
    'stone',
    [401, 446],
    {
      colour: '#4a6cff',
      lightX: 117.5,
      lightY: 30,
      lightHeight: 40,
      lightReach: 160,
      ambient: 0.06,
      level: 0.2,
      relief: 0.7,
      quietLevel: 0.1,
    },
    { words: 'Pierre de nuit', fadeIn: 2, keyframes: { level: keys([0, 0.12], [7, 0.22], [45, 0.26]) } },
  );
  kit.clip(
    'drawing',
    'night-line',
    'facade-light',
    [402.6, 446],
    {
      elements: [
        'cornice',
        'dome',
        'vault',
        'pavilion',
        'arch',
        'drum',
        'quadriga',
        'lantern',
        'gate',
        'group',
      ],
      lines: 'outline',
      look: 'stroke',
      colour: BLUE.dim,
      width: 0.16,
      glow: 0,
      glowLevel: 0,
    },
    { words: 'Contours', fadeIn: 1 },
  );
};
