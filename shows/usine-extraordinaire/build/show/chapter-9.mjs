/**
 * Chapter 9, the factory 4.0, 446–491 s, bars of 1.875 s. A heart, and a scan that leaves a cloud of points; the
 * building’s own lines peel off the stone by their depth, are edited, touched (468.5); a pulse of light crosses (476); and
 * the stone is printed anew under its model, layer by layer, until the two click together at 487.25 s. The last bar loops.
 */
import { event, figure } from './words.mjs';
import { flow, lineOf } from './forms.mjs';
import { handshake } from './chapter-9-touch.mjs';
import { heart, helix } from './chapter-9-life.mjs';
import { keys } from './kit.mjs';
import { laser } from './chapter-9-laser.mjs';
import { CLICK, printBack, scan, stairs, twin } from './chapter-9-twin.mjs';
import { panel } from './panel.mjs';

const STYLE = { font: 'media:oxanium', colour: '#4cc9f0', text: '#f5f7fa', nameSize: 1.4 };

export const chapterNine = (kit) => {
  kit.put('media:oxanium', {
    path: 'fonts/oxanium-600.woff2',
    kind: 'font',
    title: 'Oxanium',
    hash: null,
    duration: null,
  });
  ground(kit);
  scan(kit);
  heart(kit);
  figure(kit, 'carpentier', [446.2, 452.9], STYLE, [
    {
      path: [
        'M 0 -2.5 C -4.6 -0.4 -4.2 2.6 -2 2.6 C -0.8 2.6 -0.1 1.9 0 1.2 C 0.1 1.9 0.8 2.6 2 2.6 C 4.2 2.6 4.6 -0.4 0 -2.5 Z',
      ],
      strokeWidth: 0.24,
      stroke: '#ffb703',
    },
    {
      path: ['M -2.6 1.6 C -1.2 0.9 -2.6 -0.2 -1.3 -1.2', 'M 2.6 1.6 C 1.2 0.9 2.6 -0.2 1.3 -1.2'],
      strokeWidth: 0.16,
    },
  ]);
  twin(kit);
  panel(kit, 'words-panel-9', [446, CLICK]);
  stairs(kit);
  event(kit, 'print-3d', [453.2, 458.8], STYLE);
  event(kit, 'twin', [459, 464.7], { ...STYLE, from: 1984 });
  handshake(kit);
  event(kit, 'cobot-2008', [464.8, 470.5], { ...STYLE, from: 2002 });
  laser(kit);
  event(kit, 'nobel', [470.6, 476.4], { ...STYLE, from: 2008 });
  helix(kit);
  const strand = (phase) =>
    flow(Array.from({ length: 25 }, (_, i) => [-5 + i / 2.4, 1.7 * Math.sin(i * 0.62 + phase)]));
  figure(kit, 'charpentier', [476.5, 483.8], STYLE, [
    { path: [strand(0), strand(Math.PI)], strokeWidth: 0.2 },
    {
      path: [lineOf([0.2, 2.6], [-0.5, -2.6]), lineOf([-0.5, 2.6], [0.2, -2.6])],
      stroke: '#ffb703',
      strokeWidth: 0.22,
    },
  ]);
  printBack(kit);
  const bump = (x, wide, high) =>
    flow(
      Array.from({ length: 41 }, (_, i) => {
        const u = (i - 20) / 20;
        return [x + u * wide, high * Math.exp(-4 * u * u) * Math.cos(u * 14)];
      }),
    );
  figure(
    kit,
    'strickland',
    [484, 491],
    STYLE,
    [
      { path: bump(-3.8, 0.9, 2), strokeWidth: 0.16 },
      { path: bump(0, 2.6, 1), strokeWidth: 0.14, stroke: '#ffb703' },
      { path: bump(4, 0.8, 2.6), strokeWidth: 0.2, stroke: '#f5f7fa' },
    ],
    { fadeOut: 0 },
  );
};

/** The stone while its model is elsewhere: a shadow. */
const ground = (kit) =>
  kit.clip(
    'stone',
    'ground-9',
    'stone',
    [446, 491],
    {
      colour: '#d8b98a',
      lightX: 117.5,
      lightY: 60,
      lightHeight: 50,
      lightReach: 190,
      ambient: 0.05,
      level: 0.2,
      relief: 0.6,
      quietLevel: 0.12,
    },
    {
      words: 'Pierre en attente',
      fadeIn: 1,
      keyframes: {
        level: keys(
          [0, 0.12],
          [3.6, 0.14, 'smooth'],
          [6, 0.26],
          [23, 0.26, 'smooth'],
          [25, 0.18],
          [45, 0.18],
        ),
      },
    },
  );
