/**
 * Makes test/fixtures/media/model.glb: `node test/support/make-model.mjs`. A table with a box that turns on it (ten
 * seconds a turn) and a picture of two by two pixels; all of it inside the file.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PNG } from 'pngjs';

const parts = [];
const views = [];
const accessors = [];
const view = (bytes, target) => {
  const offset = parts.reduce((sum, part) => sum + part.length, 0);
  const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
  parts.push(padded);
  views.push({ buffer: 0, byteOffset: offset, byteLength: bytes.length, ...(target ? { target } : {}) });
  return views.length - 1;
};
const accessor = (values, type, size, more = {}) => {
  const isIndex = type === 'SCALAR' && more.isIndex === true;
  const bytes = isIndex
    ? Buffer.from(Uint16Array.from(values).buffer)
    : Buffer.from(Float32Array.from(values).buffer);
  const rows = Array.from({ length: values.length / size }, (_, i) => values.slice(i * size, (i + 1) * size));
  const range = (pick) =>
    Array.from({ length: size }, (_, i) => pick(...rows.map((row) => Math.fround(row[i]))));
  accessors.push({
    bufferView: view(bytes, more.isTime ? undefined : isIndex ? 34963 : 34962),
    componentType: isIndex ? 5123 : 5126,
    count: rows.length,
    type,
    min: range(Math.min),
    max: range(Math.max),
  });
  return accessors.length - 1;
};

/** Six sides with normals and a picture each. */
const box = ([w, h, d]) => {
  const [positions, normals, uvs, indices] = [[], [], [], []];
  for (const axis of [0, 1, 2])
    for (const side of [-1, 1]) {
      const normal = [0, 0, 0];
      normal[axis] = side;
      const [u, v] = [(axis + 1) % 3, (axis + 2) % 3];
      const first = positions.length / 3;
      for (const [a, b] of [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, 1],
      ]) {
        const at = [0, 0, 0];
        at[axis] = side;
        at[u] = a * side;
        at[v] = b;
        positions.push(at[0] * (w / 2), at[1] * (h / 2), at[2] * (d / 2));
        normals.push(...normal);
        uvs.push((a + 1) / 2, (b + 1) / 2);
      }
      indices.push(...[0, 1, 2, 0, 2, 3].map((i) => first + i));
    }
  return {
    attributes: {
      POSITION: accessor(positions, 'VEC3', 3),
      NORMAL: accessor(normals, 'VEC3', 3),
      TEXCOORD_0: accessor(uvs, 'VEC2', 2),
    },
    indices: accessor(indices, 'SCALAR', 1, { isIndex: true }),
  };
};
const picture = new PNG({ width: 2, height: 2 });
picture.data.set([230, 60, 40, 255, 240, 200, 60, 255, 50, 120, 220, 255, 60, 180, 90, 255]);
const turns = [0, 0.25, 0.5, 0.75, 1].map((turn) => [
  0,
  Math.sin(turn * Math.PI),
  0,
  Math.cos(turn * Math.PI),
]);

const table = box([3, 0.2, 2]);
const cube = box([1, 1, 1]);
const json = {
  asset: { version: '2.0', generator: 'frise test/support/make-model.mjs' },
  scene: 0,
  scenes: [{ nodes: [0, 1] }],
  nodes: [
    { name: 'table', mesh: 0 },
    { name: 'box', mesh: 1, translation: [0.4, 0.6, 0] },
  ],
  meshes: [{ primitives: [{ ...table, material: 0 }] }, { primitives: [{ ...cube, material: 1 }] }],
  materials: [
    {
      pbrMetallicRoughness: { baseColorFactor: [0.9, 0.85, 0.7, 1], metallicFactor: 0, roughnessFactor: 0.8 },
    },
    { pbrMetallicRoughness: { baseColorTexture: { index: 0 }, metallicFactor: 0, roughnessFactor: 0.5 } },
  ],
  textures: [{ source: 0, sampler: 0 }],
  samplers: [{ magFilter: 9728, minFilter: 9728 }],
  images: [{ bufferView: view(PNG.sync.write(picture)), mimeType: 'image/png' }],
  animations: [
    {
      name: 'turn',
      samplers: [
        {
          input: accessor([0, 2.5, 5, 7.5, 10], 'SCALAR', 1, { isTime: true }),
          output: accessor(turns.flat(), 'VEC4', 4, { isTime: true }),
          interpolation: 'LINEAR',
        },
      ],
      channels: [{ sampler: 0, target: { node: 1, path: 'rotation' } }],
    },
  ],
  accessors,
  bufferViews: views,
  buffers: [{ byteLength: parts.reduce((sum, part) => sum + part.length, 0) }],
};

const chunk = (kind, bytes, filler) => {
  const padded = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4, filler)]);
  const head = Buffer.alloc(8);
  head.writeUInt32LE(padded.length, 0);
  head.write(kind, 4, 'latin1');
  return Buffer.concat([head, padded]);
};
const body = Buffer.concat([
  chunk('JSON', Buffer.from(JSON.stringify(json)), 0x20),
  chunk('BIN\0', Buffer.concat(parts), 0),
]);
const head = Buffer.alloc(12);
head.write('glTF', 0, 'latin1');
head.writeUInt32LE(2, 4);
head.writeUInt32LE(12 + body.length, 8);
writeFileSync(
  fileURLToPath(new URL('../fixtures/media/model.glb', import.meta.url)),
  Buffer.concat([head, body]),
);
