/** Chapter 8: the graph on the building. It grows bar by bar; packets run along it; for one figure it is a tree. */
import { arcOf, grown, POINTS } from './network.mjs';
import { keys } from './kit.mjs';
import { ring } from './forms.mjs';

export const BLUE = {
  dim: '#2149a0',
  link: '#00b4d8',
  pale: '#90e0ef',
  violet: '#9d4edd',
  magenta: '#f72585',
};
const FROM = 402.5;
const BAR = 1.5;
const END = 446;
/** The nodes stay until chapter 9’s scan has gone over them. */
const SWEPT = 449;
/** Bars at which the graph gets its next part: a twelfth of it each. */
const STEPS = 11;
/** One note alone, over a dark graph. */
const ALONE = [419, 425];
const TREE = [425.2, 431.8];
const MEANING = [431.8, 438.3];
/** The Minitel is out: now the whole graph. */
const OFF = 442.3;

export const graph = (kit) => {
  const { nodes, links } = grown();
  const part = (i) => Math.min(STEPS - 1, Math.floor((i / nodes.length) ** 0.62 * STEPS));
  for (let step = 0; step < STEPS; step += 1) {
    const start = FROM + step * BAR;
    const own = nodes.filter((_, i) => part(i) === step);
    const born = links.filter(({ to }) => part(to) === step);
    clipOfNodes(kit, step, start, own);
    clipOfLinks(
      kit,
      `tree-${step + 1}`,
      start,
      born.filter(({ isTree }) => isTree),
      nodes,
      true,
    );
    clipOfLinks(
      kit,
      `loop-${step + 1}`,
      start + BAR / 2,
      born.filter(({ isTree }) => !isTree),
      nodes,
      false,
    );
  }
  packets(kit, nodes, links, part);
  meaning(kit);
};

const clipOfNodes = (kit, step, start, own) =>
  kit.clip(
    'machines',
    `nodes-${step + 1}`,
    'shape',
    [start, SWEPT],
    {
      path: own.map(({ x, y, degree }) => ring(0.46 + 0.16 * Math.sqrt(degree), x, y)),
      fill: BLUE.pale,
      fillOpacity: 1,
      stroke: BLUE.link,
      strokeWidth: 0.12,
      glow: 1.5,
      glowLevel: 0.3,
    },
    {
      words: `Nœuds ${step + 1}`,
      fadeIn: 0.2,
      fadeOut: 2.4,
      keyframes: {
        glowLevel: keys([0, 1.4, 'out'], [1.2, 0.3]),
        opacity: keys(
          [0, 1],
          [ALONE[0] - start, 1],
          [ALONE[0] + 0.7 - start, 0.3],
          [ALONE[1] - start, 0.3],
          [ALONE[1] + 0.4 - start, 1],
        ),
      },
    },
  );

/** During the tree, what closes a loop steps back to a shadow and the rest stands out. */
const clipOfLinks = (kit, name, start, some, nodes, isTree) => {
  if (some.length === 0) return;
  const at = (seconds) => seconds - start;
  const level = (rest, tree, sense) =>
    keys(
      [0, rest],
      [at(ALONE[0]), rest, 'smooth'],
      [at(ALONE[0]) + 0.7, 0.1],
      [at(ALONE[1]) - 0.1, 0.1, 'out'],
      [at(TREE[0]) + 0.2, rest, 'smooth'],
      [at(TREE[0]) + 1, tree],
      [at(TREE[1]), tree, 'smooth'],
      [at(MEANING[0]) + 0.8, sense],
      [at(OFF), sense, 'out'],
      [at(OFF) + 0.6, rest],
    );
  kit.clip(
    'drawing',
    `links-${name}`,
    'shape',
    [start, END + 0.9],
    {
      path: some.map(({ from, to }) => arcOf(nodes[from], nodes[to])),
      stroke: isTree ? BLUE.link : '#7a3fd0',
      strokeWidth: isTree ? 0.34 : 0.24,
      draw: 0,
      glow: 0.7,
      glowLevel: 0.22,
    },
    {
      words: isTree ? 'Liens de l’arbre' : 'Liens qui ferment une boucle',
      fadeOut: 0.9,
      keyframes: {
        draw: keys([0, 0, 'out'], [1.1, 1]),
        ...(isTree ? {} : { stroke: cut(at(TREE[0])) }),
        strokeOpacity: isTree ? level(0.85, 1, 0.2) : level(0.75, 0.04, 0.14),
        strokeWidth: isTree
          ? keys(
              [0, 0.34],
              [at(TREE[0]), 0.34, 'smooth'],
              [at(TREE[0]) + 0.8, 0.6],
              [at(TREE[1]), 0.6, 'smooth'],
              [at(TREE[1]) + 0.8, 0.34],
            )
          : keys([0, 0.24]),
      },
    },
  );
};

/** A loop is cut: for a moment it is magenta. */
const cut = (when) =>
  keys(
    [0, '#7a3fd0'],
    [when - 0.3, '#7a3fd0'],
    [when, '#f72585'],
    [when + 2, '#f72585'],
    [when + 3, '#7a3fd0'],
  );

/** Short dashes that travel: ten metres a second, one every fifteen metres, so that each bar is a whole period. */
const packets = (kit, nodes, links, part) => {
  [
    [0, 3, 407, BLUE.magenta],
    [4, 6, 412, '#ffffff'],
    [7, 10, 425, '#ffffff'],
  ].forEach(([low, high, start, colour], i) => {
    const some = links.filter(({ to, isTree }) => isTree && part(to) >= low && part(to) <= high);
    kit.clip(
      'light',
      `packets-${i + 1}`,
      'shape',
      [start, END],
      {
        path: some.map(({ from, to }) => arcOf(nodes[from], nodes[to])),
        stroke: colour,
        strokeWidth: 0.7,
        dash: 1.2,
        gap: 13.8,
        dashOffset: 0,
        glow: 0.9,
        glowLevel: 0.4,
      },
      {
        words: 'Paquets',
        fadeIn: 1.5,
        keyframes: {
          dashOffset: keys([0, 0], [END - start, -10 * (END - start)]),
          opacity: keys(
            [0, 1],
            ...(start < ALONE[0]
              ? [
                  [ALONE[0] - start, 1],
                  [ALONE[0] + 0.7 - start, 0.06],
                  [ALONE[1] - start, 0.06],
                  [ALONE[1] + 0.4 - start, 1],
                ]
              : []),
            [MEANING[0] - start, 1],
            [MEANING[0] + 1 - start, 0.25],
            [OFF - start, 0.25],
            [OFF + 0.6 - start, 1],
          ),
        },
      },
    );
  });
};

/** What is alike is linked by what it means: windows with windows, capitals with capitals, statues with statues. */
const meaning = (kit) => {
  const start = MEANING[0];
  const chain = (kind, skip) => {
    const same = POINTS.filter((point) => point.kind === kind).sort((a, b) => a.x - b.x);
    return same.flatMap((point, i) => {
      const next = same[i + skip];
      return next && Math.abs(next.x - point.x) < 36 ? [arcOf(point, next, 0.3)] : [];
    });
  };
  [
    ['windows', 'window', 2, BLUE.violet, 0],
    ['capitals', 'vase', 2, BLUE.magenta, 0.75],
    ['statues', 'statue', 1, '#eaf6ff', 1.5],
  ].forEach(([name, kind, skip, colour, late]) => {
    const rings = POINTS.filter((point) => point.kind === kind).map(({ x, y }) => ring(1.15, x, y));
    const more = (extra) => ({
      words: `Sens : ${name}`,
      fadeOut: 1.2,
      keyframes: { draw: keys([0, 0, 'in-out'], [1.6, 1]), ...extra },
    });
    const span = [start + late, MEANING[1] + 1];
    const look = { stroke: colour, strokeWidth: 0.5, draw: 0, glow: 0.9, glowLevel: 0.28 };
    kit.clip('light', `meaning-${name}`, 'shape', span, { path: chain(kind, skip), ...look }, more({}));
    kit.clip(
      'light',
      `meaning-${name}-nodes`,
      'shape',
      span,
      { path: rings, ...look, fill: colour, fillOpacity: 0.35 },
      more({}),
    );
  });
};
