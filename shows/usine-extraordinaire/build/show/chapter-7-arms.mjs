/**
 * Chapter 7, 362–401 s: eight arms stand on the plinth before the columns and weld the cornice. Where each joint is comes
 * out of where the tool has to be (`solve`), along a path of stations; only the keys are in the document.
 */
import { ARM, LINKS, solve } from './machines-robots.mjs';
import { TECH } from './chapter-7-unimate.mjs';
import { PEOPLE } from './machines-people.mjs';
import { arc, ring } from './forms.mjs';
import { journey, sampled } from './motion.mjs';
import { keys } from './kit.mjs';
import { place } from './machine.mjs';

const SPAN = [362.4, 401];
const LONG = SPAN[1] - SPAN[0];
export const STANDS = [33.85, 50.95, 68.05, 85.15];
const FOOT = 4;
const at = (seconds) => seconds - SPAN[0];

/** A weld on the four of every bar (bar + 1.5 s), by the even arms and the odd ones in turn; not while Bézier draws. */
const WELDS = [
  [366.5, 3.6],
  [370.5, 1.2],
  [374.5, -1.6],
  [386.5, 4.6],
  [390.5, 2.2],
];
const LATE = 2;
/** [time, x from the column, y, direction of the tool]. */
const folded = (t) => [t, 3.1, 8.2, -70];
const stations = (odd) => {
  const late = odd ? LATE : 0;
  const weld = ([t, x]) => [at(t + late), x, 17.3, 90 - x * 4];
  return [
    folded(0),
    folded(at(363.8)),
    ...WELDS.slice(0, 3).map(weld),
    folded(at(378.4)),
    folded(at(384.8)),
    ...WELDS.slice(3).map(weld),
    [at(395.6), 4.9, 8.5, -24],
    [at(410), 4.9, 8.5, -24],
  ];
};
/** At the end the arms breathe, two seconds to a breath. */
const path = (odd) => {
  const go = journey(stations(odd), 1.15);
  return (t) => {
    const [x, y, pitch] = go(t);
    const s = SPAN[0] + t;
    const calm = Math.max(0, Math.min(1, (s - 395.8) / 1.6));
    const breath = calm * Math.sin(Math.PI * (s - 397 + (odd ? 1 : 0)));
    return [x, y + 0.5 * breath, pitch + 5 * breath];
  };
};
const pose = (odd, t) => {
  const [x, y, pitch] = path(odd)(t);
  return solve([0, FOOT + LINKS.shoulder], [x, y], pitch, 1);
};
const moves = (odd) => {
  const keyed = (pick, tolerance) => sampled((t) => pick(pose(odd, t)), LONG, { every: 0.05, tolerance });
  return {
    upper: { rotation: keyed((p) => p.upper, 0.35) },
    fore: {
      x: keyed((p) => p.elbow[0], 0.03),
      y: keyed((p) => p.elbow[1], 0.03),
      rotation: keyed((p) => p.fore, 0.35),
    },
    tool: {
      x: keyed((p) => p.wrist[0], 0.03),
      y: keyed((p) => p.wrist[1], 0.03),
      rotation: keyed((p) => p.tool, 0.5),
    },
  };
};
const shifted = (joint, x) => ({
  ...joint,
  ...(joint.x ? { x: joint.x.map((key) => ({ ...key, value: key.value + x })) } : {}),
});

/** They step back while the curves are drawn. */
const SEEN = {
  fadeIn: 0.9,
  keyframes: { opacity: keys([0, 1], [at(376.6), 1], [at(378), 0], [at(384.7), 0], [at(385.7), 1]) },
};
export const arms = (kit) => {
  const both = [moves(false), moves(true)];
  const orange = {
    fill: '#ff5a00',
    fillOpacity: 1,
    stroke: '#fff1e6',
    strokeWidth: 0.2,
    shade: 'linear',
    shadeAngle: 100,
    shadeAmount: 0.45,
  };
  for (const [name, mirror] of [
    ['l', 1],
    ['r', -1],
  ]) {
    const wall = { x: mirror === 1 ? 0 : 235, y: 0, scale: 1, mirror };
    const put = (id, part, ink = orange) =>
      place(kit, 'machines', `arm-${name}-${id}`, SPAN, [part], wall, { ...TECH, ...ink }, SEEN);
    STANDS.forEach((x, i) => {
      const { upper, fore, tool } = both[i % 2];
      put(i + 1, { id: 'upper', path: ARM.upper, x, y: FOOT + LINKS.shoulder, keys: upper });
      put(i + 1, { id: 'fore', path: ARM.fore, x, keys: shifted(fore, x) }, { ...orange, fill: '#ff7320' });
      put(i + 1, { id: 'tool', path: ARM.tool, x, keys: shifted(tool, x) }, { ...orange, fill: '#c9c9c4' });
      put(i + 1, { id: 'elbow', path: [ring(0.5)], x, keys: { x: shifted(fore, x).x, y: fore.y } }, caps);
    });
    place(
      kit,
      'machines',
      `arm-${name}`,
      SPAN,
      [
        { id: 'bases', path: ARM.base, x: STANDS[0], y: FOOT, repeat: 4, stepX: 17.1 },
        {
          id: 'shoulders',
          path: [ring(0.66)],
          x: STANDS[0],
          y: FOOT + LINKS.shoulder,
          repeat: 4,
          stepX: 17.1,
          ...caps,
        },
      ],
      wall,
      { ...TECH, ...orange },
      SEEN,
    );
    fence(kit, name, wall);
    sparks(kit, name, mirror);
  }
};
const caps = {
  fill: '#0b0b0d',
  fillOpacity: 1,
  stroke: '#2ec4b6',
  strokeWidth: 0.2,
  glow: 0.7,
  glowLevel: 0.4,
  shade: 'none',
};

/** Each arm’s reach as a dashed arc: until 1996 nobody may stand inside it. Then the arcs are taken back. */
const fence = (kit, name, wall) =>
  place(
    kit,
    'drawing',
    `fence-${name}`,
    [363.8, 397],
    [
      {
        id: 'reach',
        path: arc(9.4, 158, 22, 0, 0),
        x: STANDS[0],
        y: FOOT + LINKS.shoulder,
        repeat: 4,
        stepX: 17.1,
        keys: {
          draw: keys([0, 0, 'smooth'], [1.6, 1]),
          drawFrom: keys([0, 0], [28.4, 0, 'in-out'], [31, 1]),
        },
      },
    ],
    wall,
    { stroke: '#2ec4b6', strokeWidth: 0.2, strokeOpacity: 0.9, dash: 0.9, gap: 0.6, draw: 0 },
    {
      keyframes: { opacity: keys([0, 1], [12.8, 1], [14.2, 0], [20.2, 0], [21.2, 1]) },
      region: {
        elements: ['vault', 'balustrade', 'entablature', 'cornices', 'frieze', 'wing-left', 'wing-right'],
        inverted: false,
      },
    },
  );

/** A point of white heat on the cornice and what falls from it; small, and once a second at most. */
const sparks = (kit, name, mirror) => {
  const onWall = (x) => (mirror === 1 ? x : 235 - x);
  for (const odd of [0, 1]) {
    const first = STANDS[odd];
    const span = [366.3 + LATE * odd, 392 + LATE * odd];
    const shift = (list) => list.map(([t, v, ease]) => [t - 366.3, v, ease]);
    kit.clip(
      'front',
      `weld-${name}-${odd + 1}`,
      'shape',
      span,
      {
        path: ring(0.2),
        x: onWall(first),
        y: 17.45,
        repeat: 2,
        stepX: mirror * 34.2,
        fill: '#ffffff',
        fillOpacity: 1,
        stroke: '#dff1ff',
        strokeWidth: 0.2,
        glow: 2,
        glowLevel: 0.28,
      },
      {
        words: 'Point de soudure',
        keyframes: {
          x: keys(...shift(WELDS.map(([t, x]) => [t - 0.1, onWall(first + x), 'hold']))),
          opacity: keys(
            [0, 0],
            ...shift(
              WELDS.flatMap(([t]) => [
                [t - 0.02, 0, 'out'],
                [t + 0.06, 1, 'smooth'],
                [t + 0.75, 0, 'hold'],
              ]),
            ),
          ),
        },
      },
    );
    for (const step of [0, 1])
      kit.clip(
        'front',
        `sparks-${name}-${odd + 1}-${step + 1}`,
        'particles',
        span,
        {
          kind: 'sparks',
          count: 46,
          x: onWall(first + step * 34.2),
          y: 17.2,
          width: 0.3,
          height: 0.2,
          direction: 180,
          spread: 1.3,
          speed: 0.5,
          life: 0.55,
          size: 1.6,
          clock: 'position',
          colour: '#ffe9c0',
          endColour: '#ff5a00',
          seed: 70 + odd * 2 + step,
        },
        {
          words: 'Étincelles',
          keyframes: {
            x: keys(
              ...shift(WELDS.map(([t, x]) => [t - 0.1, onWall(first + step * 34.2 + x) - 0.15, 'hold'])),
            ),
            amount: keys(
              [0, 0],
              ...shift(
                WELDS.flatMap(([t]) => [
                  [t, 0, 'out'],
                  [t + 0.1, 1],
                  [t + 0.6, 1],
                  [t + 1.3, 0, 'hold'],
                ]),
              ),
            ),
          },
        },
      );
  }
};

/** What they leave: the cornice’s seam, hot where it has just been closed. */
export const seam = (kit) =>
  kit.clip(
    'light',
    'seam',
    'facade-light',
    [366.5, 396],
    {
      elements: ['cornice-left', 'cornice-right'],
      lines: 'axis',
      look: 'stroke',
      order: 'random',
      colour: '#ff6a10',
      width: 0.34,
      glow: 1,
      glowLevel: 0.3,
      soft: 0.05,
    },
    {
      words: 'Cordon de soudure',
      fadeIn: 6,
      fadeOut: 4,
      keyframes: { opacity: keys([0, 1], [10.5, 1], [11.5, 0.2], [18, 0.2], [19, 1]) },
    },
  );

/** 1996: the arcs are gone, and somebody stands at each arm. */
export const people = (kit) => {
  const span = [393.2, 401];
  for (const name of ['l', 'r']) {
    const side = name === 'l' ? 1 : -1;
    STANDS.forEach((x, i) => {
      const middle = (value) => (side === 1 ? value : 235 - value);
      const [from, to] = [middle(x + 12.4), middle(x + 7.3)];
      const who = ['engineer', 'man', 'woman', 'worker'][i];
      kit.clip(
        'crowd',
        `beside-${name}-${i + 1}`,
        'shape',
        span,
        {
          path: PEOPLE[who],
          x: from,
          y: 4.1,
          scale: 1.16,
          scaleX: -side,
          fill: '#f7f7f2',
          fillOpacity: 1,
          strokeOpacity: 0,
          strokeWidth: 0.02,
        },
        {
          words: 'Au poste',
          fadeIn: 0.6,
          keyframes: { x: keys([0, from], [0.3, from, 'smooth'], [2.6, to]) },
        },
      );
    });
  }
};
