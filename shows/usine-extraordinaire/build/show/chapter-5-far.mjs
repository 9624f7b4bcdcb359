/** Chapter 5, its last two machines: the tide at La Rance, and Concorde. */
import { group } from './chapter-5-machines.mjs';
import { flow, lineOf } from './forms.mjs';
import { BULB, CONCORDE, PAPER } from './machines-paper.mjs';
import { ACROSS, draw, FIRST_COLUMN, flat, line, PITCH } from './wings.mjs';
import { keys } from './kit.mjs';

/** The sea rises in three sheets behind the columns and turns; under each column a bulb, twenty-four of them. */
export const tide = (kit) => {
  const span = [287.9, 295.1];
  const wave = (amp, phase) =>
    `${flow(Array.from({ length: 84 }, (_, i) => [-40 + i * 3.8, amp * Math.sin(i * 0.9 + phase)]))} L 280 -30 L -40 -30 Z`;
  [
    ['#04494c', 0.7, 0, 12.6, 24],
    [PAPER.deep, 0.9, 2, 10.4, -30],
    [PAPER.teal, 0.6, 4, 7.6, 36],
  ].forEach(([fill, amp, phase, top, run], i) =>
    draw(
      kit,
      'machines',
      `sea-${i + 1}-rance`,
      span,
      flat(wave(amp, phase), fill, { x: 0, y: -2 }),
      'Marée',
      {
        fadeOut: 0.8,
        region: { elements: ['wall'], inverted: false },
        keyframes: {
          y: keys([0, -2, 'smooth'], [3.2, top, 'smooth'], [3.8, top, 'smooth'], [7.2, top - 4]),
          x: keys([0, 0, 'in-out'], [3.5, run, 'in-out'], [7.2, 0]),
        },
      },
    ),
  );
  const scale = 1.06;
  for (const [side, x] of [
    ['l', FIRST_COLUMN],
    ['r', FIRST_COLUMN + ACROSS],
  ]) {
    const row = { x, y: 1.95, scale, repeat: 12, stepX: PITCH / scale };
    const put = (id, parameters, more = {}) =>
      draw(kit, 'front', `bulb-${side}-${id}`, span, { ...parameters, ...row }, 'Groupes bulbes', {
        fadeIn: 0.5,
        fadeOut: 0.6,
        ...more,
      });
    put('ducts', line(BULB.duct, PAPER.cream, 0.2));
    put('bulbs', flat(BULB.bulb, PAPER.sun));
    const turn = Array.from({ length: 72 }, (_, i) => {
      const t = i * 0.1;
      // Edge-on, a blade is as long as the cosine of its turn; at half tide the turn is at its end and goes back.
      return [t, Math.abs(Math.cos(9 * Math.sin((t / 7.2) * Math.PI))) * 0.9 + 0.1];
    });
    put('blades', flat(BULB.blades, PAPER.coral), { keyframes: { scaleY: keys(...turn) } });
  }
  draw(
    kit,
    'front',
    'current',
    span,
    line([lineOf([25.5, 0.45], [93.5, 0.45]), lineOf([141.5, 0.45], [209.5, 0.45])], PAPER.teal, 0.3, {
      dash: 2.6,
      gap: 1.6,
    }),
    'Le courant s’inverse',
    {
      fadeIn: 0.4,
      fadeOut: 0.5,
      keyframes: { dashOffset: keys([0, 0, 'in-out'], [3.5, -34, 'in-out'], [7.2, 0]) },
    },
  );
};

/**
 * At its own size, 62 m, nearly a wing: along the entablature as along a runway, behind the porch, and off over the right
 * wing, nose up. A white fold of air stays behind it.
 */
export const concorde = (kit) => {
  const span = [296.2, 302.7];
  const behind = { region: { elements: ['porch', 'porch-mass', 'groups'], inverted: true } };
  const path = {
    x: [
      [0, -34, [0.4, 0.25, 0.75, 0.8]],
      [6.4, 300],
    ],
    y: [
      [0, 16.6, 'hold'],
      [3.9, 16.6, 'in'],
      [6.4, 30],
    ],
    rotation: [
      [0, 0, 'hold'],
      [3.3, 0, 'in-out'],
      [4.6, 6.5],
    ],
  };
  group(
    kit,
    'concorde',
    span,
    { x: -34, y: 16.6, scale: 1 },
    [
      { id: 'wing', ...flat(CONCORDE.wing, PAPER.teal) },
      { id: 'boxes', ...flat(CONCORDE.boxes, PAPER.coral) },
      { id: 'gear', ...line(CONCORDE.gear, PAPER.sun, 0.5) },
      { id: 'fin', ...flat(CONCORDE.fin, PAPER.sun) },
      { id: 'body', ...flat(CONCORDE.body, PAPER.cream) },
      {
        id: 'panes',
        ...line(CONCORDE.panes, PAPER.ground, 0.34, { dash: 0.5, gap: 0.6 }),
      },
    ],
    path,
    behind,
  );
  kit.clip(
    'light',
    'runway',
    'facade-light',
    [296, 305],
    {
      elements: ['cornices', 'plinth', 'ridge'],
      lines: 'axis',
      look: 'lamps',
      spacing: 2.2,
      size: 0.4,
      glow: 1,
      glowLevel: 0.4,
      order: 'left-right',
      progress: 0,
      soft: 0.1,
      colour: '#fff3dc',
    },
    { words: 'Piste', keyframes: { progress: keys([0, 0, 'in'], [3, 1]) } },
  );
  draw(
    kit,
    'light',
    'wake',
    [297.5, 305],
    line(
      [
        flow([
          [-10, 15.6],
          [60, 15.8],
          [130, 16],
          [185, 17.4],
          [215, 20],
          [260, 26],
        ]),
      ],
      PAPER.cream,
      1.1,
      { draw: 0, glow: 2.4, glowLevel: 0.2 },
    ),
    'Sillage',
    {
      region: { elements: ['porch', 'porch-mass', 'groups'], inverted: true },
      keyframes: {
        draw: keys([0, 0], [3.4, 1]),
        drawFrom: keys([0, 0], [2, 0], [5.4, 0.9]),
        strokeOpacity: keys([0, 0.7], [4, 0.7], [5.8, 0]),
      },
    },
  );
};
