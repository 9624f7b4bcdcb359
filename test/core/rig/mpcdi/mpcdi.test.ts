import { decode } from 'fast-png';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { exportMpcdi } from '../../../../core/rig/mpcdi/export.ts';
import { importMpcdi } from '../../../../core/rig/mpcdi/import.ts';
import { compileRig } from '../../../../core/rig/rig.document.ts';
import type { RigDocument } from '../../../../core/rig/rig.schema.ts';
import { PLAIN_VENUE } from '../../../../core/rig/venue.ts';
import { outputLookup } from '../../../../core/rig/warp-lookup.ts';
import { buildWarpMesh } from '../../../../core/rig/warp-mesh.ts';

const PIN = { kind: 'corners', corners: [[12, 9], [300, -4], [290, 176], [-3, 160]] }; // prettier-ignore
const BULGE = {
  kind: 'grid',
  columns: 5,
  rows: 4,
  interpolation: 'bezier',
  points: Array.from({ length: 20 }, (_, i) => {
    const [s, t] = [(i % 5) / 4, Math.floor(i / 5) / 3];
    return [8 + 300 * s + 9 * Math.sin(Math.PI * t), 6 + 165 * t + 11 * Math.sin(Math.PI * s) * (t - 0.3)];
  }),
};
const rigOf = (left: object, right: object = {}): RigDocument => ({
  format: 'frise-rig',
  schema: 1,
  records: {
    'rig:two': { title: 'Two', facade: { width: 28, height: 9 }, density: 20 },
    'output:left': {
      name: 'Left',
      width: 320,
      height: 180,
      display: { label: 'PROJ-1' },
      region: { x: 0, y: -0.4, width: 16, height: 9 },
      blend: { kind: 'auto' },
      latencyMs: 7,
      ...left,
    },
    'output:right': {
      name: 'Right',
      width: 320,
      height: 180,
      display: { label: 'PROJ-2' },
      region: { x: 12, y: 0, width: 16, height: 9 },
      blend: { kind: 'auto' },
      ...right,
    },
  },
  order: { 'rig:two': ['output:left', 'output:right'] },
});
const archiveOf = (document: RigDocument): Uint8Array =>
  exportMpcdi(compileRig(document), PLAIN_VENUE, '2018-11-22T01:00:00');
const read = (bytes: Uint8Array, document: RigDocument) => importMpcdi(bytes, compileRig(document), document);

/** Greatest way, in metres on the wall, between what two warps show at the same raster pixels that both light. */
const apart = (a: RigDocument, b: RigDocument, key: string): { metres: number; places: number } => {
  const lookups = [a, b].map((document) => {
    const output = compileRig(document).outputs.find((each) => each.key === key);
    if (!output) throw new Error(`no ${key}`);
    return outputLookup(buildWarpMesh(output, output.id, PLAIN_VENUE));
  });
  let metres = 0;
  let places = 0;
  for (let y = 4; y < 180; y += 8)
    for (let x = 4; x < 320; x += 8) {
      const [p, q] = lookups.map((lookup) => lookup(x, y));
      if (!p || !q) continue;
      places += 1;
      metres = Math.max(metres, Math.hypot(p[0] - q[0], p[1] - q[1]));
    }
  return { metres, places };
};

describe('there and back', () => {
  const own = rigOf({ warp: PIN }, { warp: BULGE });
  const bytes = archiveOf(own);
  const back = read(bytes, own);
  if (!back.ok) throw new Error(back.message);
  const { document, notes } = back.value;
  test('a corner pin comes back as a corner pin, at the same places of the wall', () => {
    expect(compileRig(document).outputs[0]?.warp.kind).toBe('corners');
    const { metres, places } = apart(own, document, 'left');
    expect(places).toBeGreaterThan(700);
    // A pixel is 5 cm here.
    expect(metres).toBeLessThan(0.005);
  });
  test('a bent grid comes back as a grid within a tenth of a pixel', () => {
    expect(compileRig(document).outputs[1]?.warp.kind).toBe('grid');
    const { metres, places } = apart(own, document, 'right');
    expect(places).toBeGreaterThan(700);
    expect(metres).toBeLessThan(0.005);
  });
  test('what the format does not know stays as it was; maps are said not to be taken', () => {
    expect(compileRig(document).outputs[0]).toMatchObject({
      name: 'Left',
      latencyMs: 7,
      display: { label: 'PROJ-1' },
    });
    expect(document.order['rig:two']).toEqual(['output:left', 'output:right']);
    expect(notes.map(({ code }) => code)).toEqual(['mpcdi-maps-recomputed']);
  });
  test('alpha maps add up to one across the seam, in linear light', () => {
    const files = unzipSync(bytes);
    const [left, right] = ['left', 'right'].map((key) => {
      const { data, width, depth, channels } = decode(files[`${key}-alpha.png`] ?? new Uint8Array());
      expect({ width, depth, channels }).toEqual({ width: 320, depth: 16, channels: 3 });
      return data;
    });
    const [a, b] = compileRig(rigOf({})).outputs;
    const plain = unzipSync(archiveOf(rigOf({}, { region: { x: 12, y: -0.4, width: 16, height: 9 } })));
    const alpha = (key: string, x: number, y: number) =>
      decode(plain[`${key}-alpha.png`] ?? new Uint8Array()).data[(y * 320 + x) * 3]! / 65_535;
    for (const x of [245, 260, 280, 300, 315])
      expect(alpha('left', x, 90) + alpha('right', x - 240, 90)).toBeCloseTo(1, 3);
    expect([left?.length, right?.length, a?.width, b?.width]).toEqual([172_800, 172_800, 320, 320]);
  });
});

describe('files of others', () => {
  const document = rigOf({});
  const pfm = strToU8('PF\n2 2\n-1.0\n');
  const corners = new Float32Array([0, 1, 0, 1, 1, 0, 0, 0, 0, 1, 0, 0]);
  const warp = (columns: number, rows: number, v = (row: number) => 1 - (row + 0.5) / rows): Uint8Array => {
    const head = strToU8(`PF\n${columns} ${rows}\n-1.0\n`);
    const values = new Float32Array(columns * rows * 3);
    for (let i = 0; i < columns * rows; i++)
      values.set([((i % columns) + 0.5) / columns, v(Math.floor(i / columns)), 0], i * 3);
    return new Uint8Array([...head, ...new Uint8Array(values.buffer)]);
  };
  const xml = (inner: string, attributes = 'profile="2d"') =>
    `<?xml version="1.0"?><MPCDI ${attributes} version="1.0"><display>${inner}</display></MPCDI>`;
  const region = (id: string, more = '') =>
    `<buffer id="b" xResolution="2800" yResolution="900"><region id="${id}" xResolution="320" yResolution="180" x="0.5" y="0" xsize="0.5" ysize="1"><fileset><geometryWarpFile><path>${id}.pfm</path></geometryWarpFile>${more}</fileset></region></buffer>`;
  const archive = (files: Record<string, string | Uint8Array>) =>
    zipSync(
      Object.fromEntries(
        Object.entries(files).map(([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data]),
      ),
    );
  test('files inside the region, another case, folders and no place: laid over the whole canvas', () => {
    const back = read(
      archive({ 'a/MPCDI.XML': xml(region('Tower_A')), 'a/tower_a.PFM': warp(32, 18) }),
      document,
    );
    if (!back.ok) throw new Error(back.message);
    const [output] = compileRig(back.value.document).outputs;
    expect(output).toMatchObject({ key: 'tower-a', name: 'Tower_A', width: 320, height: 180 });
    expect(output?.region.x).toBeCloseTo(14 + 14 / 64, 2);
    expect(output?.region.width).toBeCloseTo(14 * (31 / 32), 2);
    expect(back.value.notes).toEqual([]);
  });
  test.each([
    ['no zip', strToU8('hello'), 'mpcdi-archive'],
    ['an empty zip', archive({}), 'mpcdi-archive'],
    ['half a zip', archive({ 'mpcdi.xml': xml(region('a')) }).subarray(0, 60), 'mpcdi-archive'],
    ['broken XML', archive({ 'mpcdi.xml': '<MPCDI><display>' }), 'mpcdi-manifest'],
    ['another root', archive({ 'mpcdi.xml': '<rig/>' }), 'mpcdi-manifest'],
    [
      'an entity bomb',
      archive({ 'mpcdi.xml': '<!DOCTYPE a [<!ENTITY b "c">]><MPCDI>&b;</MPCDI>' }),
      'mpcdi-manifest',
    ],
    ['another profile', archive({ 'mpcdi.xml': xml(region('a'), 'profile="sl"') }), 'mpcdi-manifest'],
    ['no region', archive({ 'mpcdi.xml': xml('<buffer/>') }), 'mpcdi-manifest'],
    ['a raster of nothing', archive({ 'mpcdi.xml': xml(region('a').replace('320', '0')) }), 'mpcdi-manifest'],
    ['no warp file', archive({ 'mpcdi.xml': xml(region('a')) }), 'mpcdi-warp'],
    ['no PFM', archive({ 'mpcdi.xml': xml(region('a')), 'a.pfm': 'P6\n1 1\n255\n' }), 'mpcdi-warp'],
    [
      'a PFM of one channel',
      archive({ 'mpcdi.xml': xml(region('a')), 'a.pfm': 'Pf\n2 2\n-1\n' }),
      'mpcdi-warp',
    ],
    [
      'half a PFM',
      archive({ 'mpcdi.xml': xml(region('a')), 'a.pfm': warp(32, 18).subarray(0, 900) }),
      'mpcdi-warp',
    ],
    [
      'a giant PFM',
      archive({ 'mpcdi.xml': xml(region('a')), 'a.pfm': 'PF\n99999 99999\n-1.0\n' }),
      'mpcdi-warp',
    ],
    [
      'a PFM that shows nothing',
      archive({
        'mpcdi.xml': xml(region('a')),
        'a.pfm': new Uint8Array([...pfm, ...new Uint8Array(corners.map(() => NaN).buffer)]),
      }),
      'mpcdi-warp',
    ],
    [
      'a warp whose places lie in one line',
      archive({ 'mpcdi.xml': xml(region('a')), 'a.pfm': warp(32, 18, () => 0.5) }),
      'mpcdi-warp',
    ],
    ['a warp of two rows', archive({ 'mpcdi.xml': xml(region('a')), 'a.pfm': warp(40, 2) }), null],
  ] as const)('%s', (_what, bytes, code) => {
    const back = read(bytes, document);
    expect(back.ok ? null : back.code).toBe(code);
    expect(back.ok || back.message.length > 10).toBe(true);
  });
  test('the manifest is plain XML with the parts from the upper left', () => {
    const text = strFromU8(unzipSync(archiveOf(rigOf({})))['mpcdi.xml'] ?? new Uint8Array());
    expect(text).toContain(
      '<MPCDI profile="2d" geometry="1" color="1" date="2018-11-22T01:00:00" version="1.0">',
    );
    expect(text).toContain(
      '<region id="right" xResolution="320" yResolution="180" x="0.42857142857142855" y="0"',
    );
  });
});
