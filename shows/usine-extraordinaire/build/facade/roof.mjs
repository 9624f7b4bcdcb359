/** The crystal crown: vault, dome, lantern, flag. Glass behind iron; ribs are elements, so that light can build them. */
import { closed, levels, rect, smooth, superellipse, superellipseY, uprights } from './paths.mjs';

const VAULT = { half: 100, base: 20, crown: 34, hip: 13 };
/** Vault's outline: low barrel seen from the side with a quarter-round hip at both ends. */
export const vaultY = (x) => {
  const beyond = Math.abs(x) - (VAULT.half - VAULT.hip);
  if (beyond <= 0) return VAULT.crown;
  const t = Math.min(1, beyond / VAULT.hip);
  return VAULT.base + (VAULT.crown - VAULT.base) * Math.sqrt(1 - t * t);
};
/** Half width of the vault at a height. */
const vaultX = (y) =>
  VAULT.half - VAULT.hip + VAULT.hip * Math.sqrt(1 - ((y - VAULT.base) / (VAULT.crown - VAULT.base)) ** 2);
const vaultTop = () => {
  const points = [];
  for (let i = 0; i <= 12; i += 1) {
    const a = (Math.PI / 2) * (i / 12);
    points.push([
      -VAULT.half + VAULT.hip * (1 - Math.cos(a)),
      VAULT.base + (VAULT.crown - VAULT.base) * Math.sin(a),
    ]);
  }
  return [...points, ...points.map(([x, y]) => [-x, y]).reverse()];
};

const rib = (points, width) => {
  const left = points.map(([x, y]) => [x - width / 2, y]);
  const right = points.map(([x, y]) => [x + width / 2, y]).reverse();
  return closed([...left, ...right]);
};
const two = (n) => String(n).padStart(2, '0');

export const roof = (add) => {
  const top = vaultTop();
  add('vault', 'vault', { fr: 'Voûte de la nef', en: 'Nave vault' }, 'glass', 'glass', ['glass', 'roof'], {
    outline: closed(top),
    details: [
      [23, 26, 29, 31.5].map((y) => levels(-vaultX(y), vaultX(y), [y])).join(' '),
      ...[-1, 1].map((s) =>
        [...Array(23).keys()]
          .map((i) => s * (30 + i * 3.04))
          .filter((x) => Math.abs(x) < 99)
          .map((x) => uprights(20, vaultY(x), [x]))
          .join(' '),
      ),
    ],
    axis: top,
  });
  for (const s of [-1, 1]) {
    const side = s < 0 ? 'l' : 'r';
    for (let i = 0; i < 10; i += 1) {
      const x = s * (31 + i * 7);
      const path = [
        [x, 20],
        [x, vaultY(x)],
      ];
      add(
        `vault-rib-${side}-${two(i + 1)}`,
        'rib',
        { fr: `Ferme ${i + 1}`, en: `Vault rib ${i + 1}` },
        'metal',
        'glass',
        ['ribs', 'vault-ribs', 'roof', s < 0 ? 'wing-left' : 'wing-right'],
        { outline: rib(path, 0.4), details: [], axis: path },
      );
    }
  }
  add('vault-ridge', 'ridge', { fr: 'Faîtage', en: 'Ridge' }, 'metal', 'glass', ['roof'], {
    outline: rect(-88, 33.8, 88, 34.5),
    details: [
      uprights(
        34.1,
        34.5,
        [...Array(58).keys()].map((i) => -87 + i * 3.05),
      ),
    ],
    axis: [
      [-88, 34.3],
      [88, 34.3],
    ],
  });
  dome(add);
};

const dome = (add) => {
  const outline = superellipse(0, 33, 29, 15, 2.4, 40);
  const inside = (y) => 29 * Math.max(0, 1 - ((y - 33) / 15) ** 2.4) ** (1 / 2.4);
  add(
    'dome-drum',
    'drum',
    { fr: 'Tambour de la coupole', en: 'Drum of the dome' },
    'metal',
    'dome',
    ['roof', 'dome-all'],
    {
      outline: rect(-30, 30, 30, 33.2),
      details: [
        levels(-30, 30, [30.6, 32.7]),
        uprights(
          30.6,
          32.7,
          [...Array(30).keys()].map((i) => -29 + i * 2),
        ),
      ],
      axis: [
        [-30, 33],
        [30, 33],
      ],
    },
  );
  add('dome', 'dome', { fr: 'Coupole', en: 'Dome' }, 'glass', 'dome', ['glass', 'roof', 'dome-all'], {
    outline: closed(outline),
    details: [
      [36, 39, 42, 44.5, 46.5].map((y) => levels(-inside(y), inside(y), [y])).join(' '),
      ...[...Array(15).keys()].map((i) => meridian(((i + 0.5) / 15) * 2 - 1)),
    ],
    axis: outline,
  });
  for (let i = 0; i < 16; i += 1) {
    const u = (i / 15) * 2 - 1;
    const axis = meridianPoints(u);
    add(
      `dome-rib-${two(i + 1)}`,
      'rib',
      { fr: `Nervure ${i + 1}`, en: `Dome rib ${i + 1}` },
      'metal',
      'dome',
      ['ribs', 'dome-ribs', 'roof', 'dome-all'],
      { outline: rib(axis, 0.35), details: [], axis },
    );
  }
  lantern(add);
};
/** Meridian of the dome: the outline squeezed towards the axis by sin, so that ribs crowd at the edges. */
const meridianPoints = (u) => {
  const k = Math.sin((u * Math.PI) / 2);
  return [...Array(13).keys()].map((j) => {
    const x = 29 * (1 - (j / 12) * 0.93);
    return [k * x, superellipseY(x, 0, 33, 29, 15, 2.4)];
  });
};
const meridian = (u) => smooth(meridianPoints(u), false);

const lantern = (add) => {
  add(
    'lantern',
    'lantern',
    { fr: 'Lanterne', en: 'Lantern' },
    'glass',
    'dome',
    ['glass', 'roof', 'dome-all'],
    {
      outline: closed([
        [-3.4, 47.6],
        [3.4, 47.6],
        [3.4, 48.2],
        [2.6, 48.4],
        [2.6, 51.6],
        [3.0, 51.8],
        [3.0, 52.1],
        [1.9, 53.0],
        [0.6, 53.8],
        [0.25, 54.6],
        [-0.25, 54.6],
        [-0.6, 53.8],
        [-1.9, 53.0],
        [-3.0, 52.1],
        [-3.0, 51.8],
        [-2.6, 51.6],
        [-2.6, 48.4],
        [-3.4, 48.2],
      ]),
      details: [
        uprights(48.4, 51.6, [-1.8, -0.9, 0, 0.9, 1.8]),
        levels(-2.6, 2.6, [50.9, 51.6]),
        levels(-1.9, 1.9, [53]),
      ],
      axis: [
        [0, 48],
        [0, 54.6],
      ],
    },
  );
  add('flag', 'flag', { fr: 'Mât et drapeau', en: 'Mast and flag' }, 'metal', 'dome', ['roof'], {
    outline: closed([
      [-0.12, 54.6],
      [0.12, 54.6],
      [0.1, 57.4],
      [1.6, 57.7],
      [3.2, 57.3],
      [4.6, 57.6],
      [4.6, 59.6],
      [3.2, 59.3],
      [1.6, 59.7],
      [0.1, 59.5],
      [0.06, 60],
      [-0.06, 60],
    ]),
    details: [uprights(57.6, 59.5, [1.6]), uprights(57.3, 59.4, [3.1])],
    axis: [
      [0, 54.6],
      [0, 60],
    ],
  });
};
