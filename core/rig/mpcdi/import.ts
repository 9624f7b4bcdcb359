import { strFromU8, unzipSync } from 'fflate';
import { messages } from '../../messages.ts';
import { idOf } from '../../ids.ts';
import { fail, ok } from '../../result.ts';
import type { Problem, Result } from '../../result.ts';
import type { CompiledRig } from '../rig.document.ts';
import { outputSchema, type OutputRecord, type RigDocument } from '../rig.schema.ts';
import { readManifest, type Box, type MpcdiManifest, type MpcdiRegion } from './manifest.ts';
import { parsePfm } from './pfm.ts';
import { readWarpMap } from './warp-map.ts';
import { warpOf } from './warp-of.ts';

/** The bytes of an .mpcdi file → outputs of a rig. What the rig knows of displays, projectors and colour stays. */
export type Imported = {
  document: RigDocument;
  /** What was not taken, to be said. */
  notes: Problem[];
};
/** Unpacked bytes: a zip that grows beyond this is refused before it is unpacked. */
const MOST_BYTES = 600_000_000;

export const importMpcdi = (bytes: Uint8Array, rig: CompiledRig, document: RigDocument): Result<Imported> => {
  const files = unpack(bytes);
  if (!files.ok) return files;
  const name = [...files.value.keys()].find((each) => /(?:^|\/)mpcdi\.xml$/i.test(each));
  if (name === undefined) return fail('mpcdi-archive', 'The archive has no mpcdi.xml.', 'mpcdi.xml');
  const manifest = readManifest(strFromU8(files.value.get(name) ?? new Uint8Array()));
  if (!manifest.ok) return manifest;
  const outputs: [string, OutputRecord][] = [];
  for (const [index, region] of manifest.value.regions.entries()) {
    const output = outputOf(region, index, manifest.value, files.value, rig);
    if (!output.ok) return output;
    outputs.push(output.value);
  }
  return ok({ document: replaceOutputs(document, rig.id, outputs), notes: notesOf(manifest.value) });
};

const unpack = (bytes: Uint8Array): Result<Map<string, Uint8Array>> => {
  let total = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        if (total > MOST_BYTES) throw new Error(`it unpacks to more than ${MOST_BYTES / 1e6} MB`);
        return true;
      },
    });
    return ok(new Map(Object.entries(files)));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fail('mpcdi-archive', `The archive can't be opened: ${why}.`);
  }
};

const outputOf = (
  region: MpcdiRegion,
  index: number,
  manifest: MpcdiManifest,
  files: ReadonlyMap<string, Uint8Array>,
  rig: CompiledRig,
): Result<[string, OutputRecord]> => {
  const path = `region "${region.id}"`;
  const bytes = fileIn(files, region.warp);
  if (!bytes) return fail('mpcdi-warp', `The archive has no "${region.warp}".`, path);
  const map = parsePfm(bytes, region.warp);
  if (!map.ok) return map;
  const sightings = readWarpMap(map.value, region, partOf(region.part, manifest, rig));
  const fitted = warpOf(sightings, map.value.width, path);
  if (!fitted.ok) return fitted;
  const known = rig.outputs.find((output) => output.key === nameFrom(region.id) || output.name === region.id);
  const { key, id } = known ?? { key: nameFrom(region.id), id: idOf('output', nameFrom(region.id)) };
  const base = known ? withoutIds(known) : { name: region.id || key, display: { index } };
  const record = outputSchema.safeParse({
    ...base,
    width: region.width,
    height: region.height,
    rotation: 0,
    mirror: 'none',
    region: fitted.value.region,
    warp: fitted.value.warp,
    blend: { kind: 'auto' },
  });
  return record.success
    ? ok([id, record.data])
    : fail('mpcdi-warp', record.error.issues[0]?.message ?? 'The region has no sense.', path);
};

const withoutIds = ({ id: _id, key: _key, ...record }: CompiledRig['outputs'][number]): OutputRecord =>
  record;

/** Files are named with or without folders, and in any case. */
const fileIn = (files: ReadonlyMap<string, Uint8Array>, path: string): Uint8Array | undefined => {
  const wanted = path.replaceAll('\\', '/').toLowerCase();
  const found = [...files.keys()].find((name) => {
    const own = name.toLowerCase();
    return own === wanted || own.endsWith(`/${wanted}`) || wanted.endsWith(`/${own}`);
  });
  return found === undefined ? undefined : files.get(found);
};

/** `Staging Projector_01` → `staging-projector-01`. */
const nameFrom = (id: string): string => {
  const name = id
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return name === '' ? 'output' : name;
};

/** Wall metres of a part; a buffer without a place is laid over the canvas, as wide as it. */
const partOf = (part: Box, { place, buffer }: MpcdiManifest, { rig }: CompiledRig): Box => {
  const { width, height } = rig.facade;
  const aspect = buffer.width > 0 && buffer.height > 0 ? buffer.height / buffer.width : height / width;
  const whole = place ?? { x: 0, y: (height - width * aspect) / 2, width, height: width * aspect };
  return {
    x: whole.x + part.x * whole.width,
    y: whole.y + (1 - part.y - part.height) * whole.height,
    width: part.width * whole.width,
    height: part.height * whole.height,
  };
};

const replaceOutputs = (
  document: RigDocument,
  rigId: string,
  outputs: [string, OutputRecord][],
): RigDocument => {
  const others = Object.entries(document.records).filter(([id]) => !id.startsWith('output:'));
  const ids = [...new Set(outputs.map(([id]) => id))];
  return {
    ...document,
    records: Object.fromEntries([...others, ...outputs]),
    order: { ...document.order, [rigId]: ids },
  };
};

const notesOf = ({ regions }: MpcdiManifest): Problem[] =>
  regions.some(({ alpha, beta }) => alpha !== null || beta !== null)
    ? [{ code: 'mpcdi-maps-recomputed', message: messages['mpcdi-maps-recomputed'].en, path: '' }]
    : [];
