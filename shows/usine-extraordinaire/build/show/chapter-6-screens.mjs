/** Chapter 6, its second half: Micral N, a smart card, the Minitel. */
import { atBays, draw, flat, line, two } from './wings.mjs';
import { BEAT, SCREEN } from './chapter-6.mjs';
import { box, lineOf, poly, ring } from './forms.mjs';
import { metal, mosaic } from './machines-logic.mjs';
import { hashed } from './seeded.mjs';
import { keys } from './kit.mjs';

/** 5:33.4: off-white and brown, no screen and no keyboard; lamps and switches before the porch, and metal that grows to the bays. */
export const micral = (kit) => {
  const span = [333.364, 339.5];
  const fade = { fadeIn: 0.3, fadeOut: 0.5 };
  const on = 0.05;
  for (const [side, mirror] of [
    ['l', false],
    ['r', true],
  ])
    draw(
      kit,
      'machines',
      `metal-${side}`,
      span,
      line(metal(mirror), SCREEN.green, 0.3, { draw: 0, glow: 0.5, glowLevel: 0.25 }),
      'Métal du circuit',
      { ...fade, keyframes: { draw: keys([0, 0], [on, 0, 'out'], [on + 3, 1]) } },
    );
  draw(
    kit,
    'machines',
    'pads',
    span,
    line(
      atBays((x) => box(x - 1.1, 6.6, x + 1.1, 8.8)),
      SCREEN.amber,
      0.26,
    ),
    'Plots',
    { ...fade, keyframes: { strokeOpacity: keys([0, 0], [on + 1.6, 0, 'out'], [on + 3, 1]) } },
  );
  draw(
    kit,
    'front',
    'micral-case',
    span,
    {
      ...flat(box(97.5, 0.9, 137.5, 14.2), '#b9b3a0'),
      stroke: '#6b6656',
      strokeWidth: 0.3,
      strokeOpacity: 1,
    },
    'Micral N, coffret',
    fade,
  );
  draw(
    kit,
    'front',
    'micral-panel',
    span,
    flat(box(99, 2.4, 136, 12.6), '#3b2413'),
    'Micral N, façade',
    fade,
  );
  draw(
    kit,
    'front',
    'micral-slots',
    span,
    line(
      [1.4, 13.4].flatMap((y) => [lineOf([100, y], [135, y])]),
      '#6b6656',
      0.25,
      { dash: 0.8, gap: 0.5 },
    ),
    'Fentes',
    fade,
  );
  const lamps = (which) =>
    [0, 1].flatMap((row) =>
      Array.from({ length: 14 }, (_, i) => i)
        .filter((i) => which(i, row))
        .map((i) => ring(0.62, 101.6 + i * 2.45, 10.9 - row * 2.3)),
    );
  draw(
    kit,
    'front',
    'micral-lamps',
    span,
    flat(
      lamps(() => true),
      '#5a1d10',
    ),
    'Voyants éteints',
    fade,
  );
  for (let set = 0; set < 4; set += 1) {
    const list = [
      [0, 0, 'hold'],
      [on + set * 0.07, 1, 'hold'],
    ];
    for (let n = 2; n < 22; n += 1)
      list.push([on + n * BEAT * 0.5, hashed(n * 17 + set * 5) < 0.5 ? 1 : 0, 'hold']);
    draw(
      kit,
      'front',
      `micral-lit-${set + 1}`,
      span,
      flat(
        lamps((i, row) => (i * 3 + row * 2) % 4 === set),
        '#ff9a4a',
        { glow: 1.2 },
      ),
      'Voyants',
      { ...fade, keyframes: { fillOpacity: keys(...list) } },
    );
  }
  for (let i = 0; i < 14; i += 1) {
    const at = on + 0.5 + i * 0.3;
    draw(
      kit,
      'front',
      `micral-switch-${two(i + 1)}`,
      span,
      flat(
        poly([
          [-0.55, 0],
          [0.55, 0],
          [0.32, 1.5],
          [-0.32, 1.5],
        ]),
        i % 4 < 2 ? SCREEN.grey : SCREEN.amber,
        { x: 101.6 + i * 2.45, y: 5 },
      ),
      'Interrupteur',
      {
        ...fade,
        keyframes: {
          scaleY: keys(
            [0, -1, 'hold'],
            [at, -1],
            [at + 0.1, hashed(i + 3) < 0.6 ? 1 : -1, 'hold'],
            [at + 2, hashed(i + 3) < 0.6 ? 1 : -1],
          ),
        },
      },
    );
  }
};

/** 85.6 × 54: the card slides along the steps and goes into the central arch, which reads it. */
export const cardReader = (kit) => {
  const span = [338.9, 344.4];
  const move = {
    x: keys([0, 250, 'out'], [2, 150, 'smooth'], [2.6, 150, 'in-out'], [3.6, 124, 'hold'], [5.5, 124]),
  };
  const more = { fadeOut: 0.5, region: { elements: ['arch-centre'], inverted: true }, keyframes: move };
  const [w, h] = [17.1, 10.8];
  const put = (id, parameters) =>
    draw(kit, 'front', `smart-${id}`, span, { ...parameters, x: 250, y: 1.9 }, 'Carte à puce', more);
  put('card', {
    ...flat(box(-w / 2, 0, w / 2, h), '#0c2418'),
    stroke: SCREEN.green,
    strokeWidth: 0.34,
    strokeOpacity: 1,
  });
  put('plate', flat(box(-6.4, 4.6, -2.4, 8.2), SCREEN.amber));
  put(
    'zones',
    line(
      [
        lineOf([-5.1, 4.6], [-5.1, 8.2]),
        lineOf([-3.7, 4.6], [-3.7, 8.2]),
        lineOf([-6.4, 5.5], [-5.1, 5.5]),
        lineOf([-6.4, 6.4], [-5.1, 6.4]),
        lineOf([-6.4, 7.3], [-5.1, 7.3]),
        lineOf([-3.7, 5.5], [-2.4, 5.5]),
        lineOf([-3.7, 6.4], [-2.4, 6.4]),
        lineOf([-3.7, 7.3], [-2.4, 7.3]),
      ],
      '#3a2a05',
      0.18,
    ),
  );
  put(
    'digits',
    line([lineOf([0, 3], [7, 3]), lineOf([0, 1.6], [5, 1.6])], SCREEN.green, 0.5, { dash: 0.5, gap: 0.4 }),
  );
  kit.clip(
    'light',
    'reader',
    'facade-light',
    [342.3, 344.4],
    {
      elements: ['arch-centre'],
      lines: 'outline',
      look: 'fill',
      colour: SCREEN.amber,
      level: 0.8,
      order: 'up',
      soft: 0.2,
      progress: 0,
    },
    { words: 'Lecteur', fadeOut: 0.5, keyframes: { progress: keys([0, 0, 'out'], [0.8, 1]) } },
  );
  kit.clip(
    'light',
    'read',
    'facade-light',
    [342.7, 344.4],
    {
      elements: ['columns', 'cornices'],
      lines: 'axis',
      look: 'stroke',
      colour: SCREEN.amber,
      width: 0.34,
      glow: 0.8,
      glowLevel: 0.3,
      order: 'centre-out',
      soft: 0.1,
      tail: 0.3,
      progress: 0,
    },
    { words: 'La carte est lue', fadeOut: 0.4, keyframes: { progress: keys([0, 0, 'out'], [1.6, 1]) } },
  );
};

const TONES = ['', '#06210f', '#0b3a1c', '#136030', '#1f8a48', '#35b96a', '#66e39a', '#d6f5e0'];
/** A line at a time from the top, as at 1200 baud: the palace in characters, the porch a terminal that unfolds its keyboard. */
export const minitel = (kit) => {
  const span = [344.273, 353];
  mosaic().forEach((path, tone) => {
    if (path.length > 0)
      draw(kit, 'front', `mosaic-${tone}`, span, flat(path, TONES[tone]), 'Mosaïque du Minitel', {});
  });
  const rows = Array.from({ length: 26 }, (_, i) => [i * 0.13, -i * 2.4, 'hold']);
  draw(kit, 'front', 'mosaic-cover', span, flat(box(-2, -70, 237, 56), '#000000'), 'Lignes à venir', {
    keyframes: { y: keys(...rows) },
  });
  draw(
    kit,
    'film',
    'minitel-screen',
    span,
    line(
      poly([
        [92.6, 15.3],
        [142.4, 15.3],
        [143, 28.4],
        [141.8, 29.2],
        [93.2, 29.2],
        [92, 28.4],
      ]),
      '#b59a6a',
      0.6,
    ),
    'Minitel, écran',
    { fadeIn: 0.4 },
  );
  const fold = { fadeIn: 0.2, keyframes: { scaleY: keys([0, -0.6], [0.8, -0.6, 'heavy'], [1.8, 1]) } };
  draw(
    kit,
    'film',
    'minitel-board',
    span,
    {
      ...flat(
        poly([
          [93, 0],
          [142, 0],
          [145, -5.2],
          [90, -5.2],
        ]),
        '#241c10',
      ),
      stroke: '#b59a6a',
      strokeWidth: 0.4,
      strokeOpacity: 1,
      y: 5.4,
    },
    'Minitel, clavier',
    fold,
  );
  draw(
    kit,
    'film',
    'minitel-keys',
    span,
    flat(
      [-1.2, -2.4, -3.6].flatMap((y, row) =>
        Array.from({ length: 14 }, (_, i) =>
          box(
            95 - row * 0.6 + i * (3.2 + row * 0.09),
            y - 0.75,
            97.1 - row * 0.6 + i * (3.2 + row * 0.09),
            y,
          ),
        ),
      ),
      '#b59a6a',
      { y: 5.4 },
    ),
    'Touches',
    fold,
  );
  const blink = Array.from({ length: 16 }, (_, i) => [i * BEAT, i % 2 ? 0 : 1, 'hold']);
  draw(kit, 'film', 'minitel-cursor', span, flat(box(129.4, 21.15, 131.4, 25.5), SCREEN.grey), 'Curseur', {
    keyframes: { fillOpacity: keys(...blink) },
  });
};
