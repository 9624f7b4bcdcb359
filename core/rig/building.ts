import { extrude } from '../facade/extrude.ts';
import type { FacadeModel } from '../facade/model.ts';
import type { Triangles } from '../facade/triangles.ts';
import type { CompiledRig } from './rig.document.ts';
import { solidOf } from './solid.ts';
import type { Solid } from './solid.ts';
import { wallMemory } from './wall-map.ts';
import type { WallMap } from './wall-map.ts';
import type { ModelRecord } from './warp.schema.ts';

/**
 * The building that projectors are calibrated on: the rig's model, else the façade's planes, drawn to where the wall
 * mesh says that they are. Null where neither is known. Takes a fifth of a second for a large façade and is
 * remembered, so that a drag does not wait for it.
 */
export const buildingOf = (
  { model }: Pick<CompiledRig, 'model'>,
  facade: FacadeModel | null,
  wall: WallMap,
): Solid | null => {
  if (model) return remembered(models, model, () => solidOf(trianglesOf(model)));
  if (!facade) return null;
  const plain = remembered(facades, facade, () => extrude(facade));
  if (wall.isPlain) return remembered(solids, plain, () => solidOf(plain));
  return bent(wall, keyOf(plain), () => solidOf(onWall(plain, wall)));
};

const models = new WeakMap<ModelRecord, Solid | null>();
const facades = new WeakMap<FacadeModel, Triangles>();
const solids = new WeakMap<Triangles, Solid | null>();
const bent = wallMemory<Solid | null>();

const remembered = <Key extends object, Made>(
  memory: WeakMap<Key, Made>,
  key: Key,
  make: () => Made,
): Made => {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  memory.set(key, made);
  return made;
};

const keys = new WeakMap<Triangles, string>();
let counted = 0;
const keyOf = (triangles: Triangles): string => remembered(keys, triangles, () => `${counted++}`);

const trianglesOf = ({ vertices, triangles }: ModelRecord): Triangles => ({
  vertices: Float64Array.from(vertices.flat()),
  triangles: Uint32Array.from(triangles.flat()),
});

/** Drawn metres → metres of the building; depths stay. */
const onWall = ({ vertices, triangles }: Triangles, wall: WallMap): Triangles => {
  const moved = vertices.slice();
  for (let i = 0; i < moved.length; i += 3) moved.set(wall.toWall([moved[i]!, moved[i + 1]!]), i);
  return { vertices: moved, triangles };
};
