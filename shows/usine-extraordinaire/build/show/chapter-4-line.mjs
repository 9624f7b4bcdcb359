/** Chapter 4, its first half: presses in the openings, the line in the bays, lathes, gears. */
import { atBays, ARCHES, ACROSS, draw, FIRST_BAY, flat, line, PITCH, two } from './wings.mjs';
import { box, lineOf, poly, ring } from './forms.mjs';
import { built, chevron, LATHE, MODEL_T, WORKER } from './machines-line.mjs';
import { INK, indexed } from './chapter-4.mjs';
import { keys } from './kit.mjs';

/** One stroke a bar: it strikes on the first beat, rests below, rises heavily, hangs. */
const strokes = (bars, up, down) => {
  const list = [[0, down, 'hold']];
  for (let bar = 0; bar < bars; bar += 1)
    list.push(
      [bar * 2 + 0.35, down, 'smooth'],
      [bar * 2 + 1.3, up, 'hold'],
      [bar * 2 + 1.8, up, 'in'],
      [bar * 2 + 2, down, 'hold'],
    );
  return keys(...list);
};
const struck = (bars, level) =>
  keys(
    ...Array.from({ length: bars }, (_, bar) => [
      [bar * 2, level, 'out'],
      [bar * 2 + 0.7, 0, 'hold'],
    ]).flat(),
  );

/** A press in each arch and each gate. */
export const presses = (kit) => {
  const span = [199, 223.4];
  const bars = 12;
  const places = [...ARCHES.map((x) => [x, 1.5, 1]), [12.9, 0, 0.78], [222.1, 0, 0.78]];
  const at = (make) => places.flatMap(([x, y, k]) => make((px, py) => [x + px * k, y + py * k])).flat();
  const block = (p, x0, y0, x1, y1, d) => ({
    front: [poly([p(x0, y0), p(x1, y0), p(x1, y1), p(x0, y1)])],
    side: [poly([p(x1, y0), p(x1 + d, y0 + d), p(x1 + d, y1 + d), p(x1, y1)])],
    top: [poly([p(x0, y1), p(x1, y1), p(x1 + d, y1 + d), p(x0 + d, y1 + d)])],
  });
  const put = (id, make, fill, more, extra = {}) =>
    draw(kit, 'machines', `press-${id}`, span, flat(at(make), fill, more), 'Presse', {
      fadeIn: 0.3,
      fadeOut: 0.6,
      region: { elements: ['arches', 'gates'], inverted: false },
      ...extra,
    });
  const ram = { keyframes: { y: strokes(bars, 0, -3.4) } };
  put('back', (p) => [poly([p(-4.5, 0), p(4.5, 0), p(4.5, 13), p(-4.5, 13)])], '#1a1315', {});
  for (const [side, fill] of [
    ['side', '#8e1722'],
    ['top', INK.brass],
    ['front', INK.cream],
  ])
    put(
      `ram-${side}`,
      (p) => [...block(p, -2.3, 5.6, 1.7, 8.6, 0.7)[side], ...block(p, -0.9, 8.6, 0.3, 14, 0.7)[side]],
      fill,
      {},
      ram,
    );
  for (const [side, fill] of [
    ['side', '#8e1722'],
    ['top', INK.red],
    ['front', '#c8ccc0'],
  ])
    put(`bed-${side}`, (p) => block(p, -2.9, 0, 2.1, 2.1, 0.7)[side], fill, {});
  put(
    'posts',
    (p) => [
      poly([p(-4, 0), p(-3.4, 0), p(-3.4, 12), p(-4, 12)]),
      poly([p(3.4, 0), p(4, 0), p(4, 12), p(3.4, 12)]),
    ],
    '#8a8d86',
    {},
  );
  for (const [id, elements, level] of [
    ['arches', ['arches', 'gates', 'archivolt'], 1],
    ['plinth', ['plinth', 'steps', 'cornices'], 0.7],
  ])
    kit.clip(
      'light',
      `press-blow-${id}`,
      'facade-light',
      span,
      {
        elements,
        lines: 'axis',
        look: 'stroke',
        colour: '#fff3d6',
        width: 0.3,
        glow: 1.2,
        glowLevel: 0.3,
        level,
      },
      { words: 'Le coup passe dans la pierre', fadeOut: 0.6, keyframes: { opacity: struck(bars, 1) } },
    );
};

/** Eleven stations: what came from the bay before rests, takes its part from the hoist, moves on. Both wings at once. */
export const assembly = (kit) => {
  const span = [199, 209.4];
  const bars = 5;
  const scale = 1.17;
  const both = { repeat: 2, stepX: ACROSS / scale, scale, y: 4.25 };
  const enter = (i) => keys([0, 0], [i * 0.16, 0, 'out'], [i * 0.16 + 0.3, 1]);
  const put = (id, x, parts, y, i) => {
    const keyframes = { x: indexed(bars, x, PITCH, 1), opacity: enter(i), ...(y ? { y } : {}) };
    const more = { fadeOut: 0.6, region: { elements: ['porch'], inverted: true }, keyframes };
    if (parts.plates.length > 0)
      draw(
        kit,
        'crowd',
        `${id}-plates`,
        span,
        flat(parts.plates, '#141416', { ...both, x }),
        'Ford T : tôles',
        more,
      );
    draw(
      kit,
      'crowd',
      `${id}-lines`,
      span,
      line(parts.lines, INK.cream, 0.3, { ...both, x }),
      'Ford T : traits',
      more,
    );
  };
  for (let i = 0; i <= 11; i += 1) {
    const x = FIRST_BAY + i * PITCH;
    if (i > 0) put(`chassis-${two(i)}`, x, built(i), null, i);
    if (i === 11) continue;
    // Hangs in the bay while the line moves, is down on the first beat.
    const drop = [[0, 4.25, 'hold']];
    for (let bar = 0; bar < bars; bar += 1)
      drop.push([bar * 2 + 1.6, 4.25, 'hold'], [bar * 2 + 1.62, 10, 'in'], [bar * 2 + 2, 4.25, 'hold']);
    put(`part-${two(i + 1)}`, x, MODEL_T[i], keys(...drop), i);
  }
  // Rail under the architrave, a hook in each bay that goes down with its part and comes back empty.
  draw(
    kit,
    'crowd',
    'rail',
    span,
    line([lineOf([25.5, 14.6], [93.5, 14.6]), lineOf([141.5, 14.6], [209.5, 14.6])], INK.red, 0.3),
    'Rail des palans',
    { fadeIn: 0.3, fadeOut: 0.6 },
  );
  const hook = [[0, 0, 'hold']];
  for (let bar = 0; bar < bars; bar += 1)
    hook.push(
      [bar * 2 + 0.2, 0, 'smooth'],
      [bar * 2 + 1.2, 5.75, 'hold'],
      [bar * 2 + 1.62, 5.75, 'in'],
      [bar * 2 + 2, 0, 'hold'],
    );
  draw(
    kit,
    'crowd',
    'hooks',
    span,
    line(
      atBays((x) => [lineOf([x, 8.2], [x, 20]), ring(0.28, x, 7.95)]),
      INK.brass,
      0.12,
    ),
    'Palans',
    {
      fadeIn: 0.3,
      fadeOut: 0.6,
      region: { elements: ['wall'], inverted: false },
      keyframes: { y: keys(...hook) },
    },
  );
  draw(
    kit,
    'crowd',
    'belt',
    [199, 223.4],
    line([lineOf([0, 3.6], [93.5, 3.6]), lineOf([141.5, 3.6], [235, 3.6])], INK.cream, 0.42, {
      dash: 2.85,
      gap: 2.85,
    }),
    'Tapis',
    { fadeIn: 0.3, fadeOut: 0.6, keyframes: { dashOffset: indexed(12, 0, -PITCH, 1) } },
  );
};

/** Six lathes a wing, two by two in counter-phase; a woman at each. */
export const lathes = (kit) => {
  const span = [209, 215.4];
  const scale = 1.32;
  const put = (id, track, parameters, more = {}) =>
    draw(kit, track, `lathe-${id}`, span, parameters, 'Tour à obus', { fadeIn: 0.4, fadeOut: 0.5, ...more });
  [0, 1].forEach((phase) => {
    const row = { x: FIRST_BAY + phase * 2 * PITCH, y: 4.1, scale, repeat: 3, stepX: (4 * PITCH) / scale };
    for (const [side, shift] of [
      ['l', 0],
      ['r', ACROSS],
    ]) {
      const here = { ...row, x: row.x + shift };
      const name = (part) => `${part}-${phase + 1}-${side}`;
      put(
        name('light'),
        'crowd',
        flat(box(-1.9, 0.2, 1.9, 7.4), '#6b4a22', {
          ...here,
          fillOpacity: 0.75,
          shade: 'linear',
          shadeAngle: 90,
        }),
      );
      put(
        name('worker'),
        'crowd',
        flat(WORKER.body, '#08080a', { ...here, swingX: 0.12, swingRate: 0.5, swingPhase: phase / 2 }),
      );
      put(
        name('arm'),
        'crowd',
        flat(WORKER.arm, '#08080a', {
          ...here,
          stepX: here.stepX,
          y: here.y + 3.6 * scale,
          x: here.x + 0.35 * scale,
          swingY: 0.16,
          swingX: 0.2,
          swingRate: 0.5,
          swingPhase: 0.25 + phase / 2,
        }),
      );
      put(name('bed'), 'crowd', {
        ...flat([...LATHE.bed, ...LATHE.tail], '#101012', here),
        stroke: INK.cream,
        strokeWidth: 0.22,
        strokeOpacity: 1,
      });
      // Turning metal shows as bands of light that run across it, upwards: the front of the shell goes up and over.
      put(name('shell'), 'crowd', {
        ...flat(LATHE.shell, '#b08d57', { ...here, shade: 'linear', shadeAngle: 90, shadeAmount: 0.75 }),
        stroke: INK.cream,
        strokeWidth: 0.22,
        strokeOpacity: 1,
      });
      put(
        name('spin'),
        'crowd',
        line(
          [2.5, 2.9, 3.3, 3.6].map((y) => lineOf([-1.45, y], [0.7 - Math.abs(y - 3.05) * 0.9, y])),
          '#fff3d6',
          0.1,
          { ...here, dash: 0.9, gap: 1.3, strokeOpacity: 0.8 },
        ),
        { keyframes: { dashOffset: keys([0, 0], [6.4, phase ? -9 : 9]) } },
      );
      put(name('swarf'), 'crowd', line(LATHE.swarf, INK.gold, 0.09, { ...here, glow: 0.3, glowLevel: 0.4 }), {
        keyframes: {
          draw: keys(
            ...[0, 2, 4].flatMap((t) => [
              [t + phase, 0],
              [t + phase + 1.9, 1, 'hold'],
            ]),
          ),
        },
      });
    }
  });
};

/**
 * Two double-helical wheels a wing, seen edge-on as the colonnade’s own height, 2:1 and turning against each other:
 * each tooth goes as R·sin of its angle and is as wide as its cosine.
 */
export const gears = (kit) => {
  const span = [215, 223.4];
  const high = 10.4;
  const wheel = (id, cx, radius, teeth, turnsPerBar, fill) => {
    draw(
      kit,
      'crowd',
      `gear-${id}-rim`,
      span,
      {
        ...flat(box(cx - radius, 4.3, cx + radius, 4.3 + high), fill, { shade: 'cylinder', shadeAmount: 1 }),
        repeat: 2,
        stepX: ACROSS,
      },
      'Roue à chevrons',
      { fadeIn: 0.5, fadeOut: 0.6 },
    );
    for (let tooth = 0; tooth < teeth; tooth += 1) {
      const [x, wide, shown] = [[], [], []];
      for (let step = 0; step <= 42; step += 1) {
        const at = step * 0.2;
        // Settles on each beat, as all else does: a ratchet with weight.
        const beat = at / 0.5;
        const turned =
          (Math.floor(beat) +
            Math.min(1, ((beat % 1) / 0.8) ** 2 * (3 - 2 * Math.min(1, (beat % 1) / 0.8)))) /
          4;
        const a = (tooth / teeth + turned * turnsPerBar) * 2 * Math.PI;
        const front = Math.cos(a);
        x.push([at, cx + radius * Math.sin(a)]);
        wide.push([at, Math.max(0.05, front)]);
        shown.push([at, front > 0.04 ? 0.25 + 0.75 * front : 0]);
      }
      for (const [side, shift] of [
        ['l', 0],
        ['r', ACROSS],
      ])
        draw(
          kit,
          'crowd',
          `gear-${id}-tooth-${two(tooth + 1)}-${side}`,
          span,
          flat(chevron(high, 1.5, id === 'large' ? 2.4 : -2.4), INK.cream, { y: 4.3 + high / 2 }),
          'Denture',
          {
            fadeIn: 0.5,
            fadeOut: 0.6,
            keyframes: {
              x: keys(...x.map(([t, value]) => [t, value + shift])),
              scaleX: keys(...wide),
              fillOpacity: keys(...shown),
            },
          },
        );
    }
  };
  wheel('large', 53, 17, 16, 1 / 8, '#7c1620');
  wheel('small', 78.5, 8.5, 8, -1 / 4, '#54430f');
};
