import * as THREE from 'three';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import { fail, ok } from '../../../../core/result.ts';
import type { Result } from '../../../../core/result.ts';
import type { ModelRecord } from '../../../../core/rig/warp.schema.ts';
import { shapesOf } from './gltf-file.ts';

/** How a file's coordinates become metres of the building: turned upright, then about the vertical, scaled, moved. */
export type ModelPlacement = {
  /** Which axis of the file points up: glTF says y, some programs write z. */
  up: 'y' | 'z';
  /** Degrees about the vertical that bring the front towards the public; glTF's front looks along z. */
  turn: 0 | 90 | 180 | 270;
  /** Metres per unit of the file. */
  scale: number;
  /** Where the file's origin lies: metres on the canvas, and towards the public. */
  origin: readonly [number, number, number];
};
export const AS_EXPORTED: ModelPlacement = { up: 'y', turn: 0, scale: 1, origin: [0, 0, 0] };

const MOST = 60_000;
/** The record travels to the host in one message. */
const MOST_TEXT = 900_000;
/** Coordinates are kept to a millimetre. */
const GRAIN = 1000;

/**
 * A glTF 2.0 file → the rig's model: all triangle meshes of its scene, in metres. Codes: those of `shapesOf`, and
 * `model-empty`, `model-too-large`, `model-beside` (nothing of it lies over the canvas).
 */
export const readModel = async (
  name: string,
  bytes: ArrayBuffer,
  canvas: { width: number; height: number },
  placement = AS_EXPORTED,
): Promise<Result<ModelRecord>> => {
  const shapes = shapesOf(bytes);
  if (!shapes.ok) return shapes;
  const scene = await sceneOf(shapes.value);
  if (!scene) return fail('model-file', 'The file is damaged. Export it again as .glb.');
  const model = collect(scene, placement);
  disposeScene(scene);
  return checked({ name, ...model }, canvas);
};

const sceneOf = async (bytes: ArrayBuffer): Promise<THREE.Group | null> => {
  try {
    return (await new GLTFLoader().parseAsync(bytes, '')).scene;
  } catch {
    return null; // the loader's words name its own insides
  }
};

const disposeScene = (scene: THREE.Group): void =>
  scene.traverse((each) => {
    if (!(each instanceof THREE.Mesh)) return;
    each.geometry.dispose();
    for (const material of [each.material].flat()) material.dispose();
  });

const matrixOf = ({ up, turn, scale, origin }: ModelPlacement): THREE.Matrix4 =>
  new THREE.Matrix4()
    .makeTranslation(...origin)
    .multiply(new THREE.Matrix4().makeScale(scale, scale, scale))
    .multiply(new THREE.Matrix4().makeRotationY((turn * Math.PI) / 180))
    .multiply(new THREE.Matrix4().makeRotationX(up === 'z' ? -Math.PI / 2 : 0));

type Collected = Pick<ModelRecord, 'vertices' | 'triangles'>;
const collect = (scene: THREE.Group, placement: ModelPlacement): Collected => {
  const model: Collected = { vertices: [], triangles: [] };
  const known = new Map<string, number>();
  scene.updateMatrixWorld(true);
  const placed = matrixOf(placement);
  scene.traverse((each) => {
    if (!(each instanceof THREE.Mesh) || model.triangles.length > MOST) return;
    for (const matrix of instancesOf(each))
      addMesh(model, known, each.geometry, placed.clone().multiply(matrix));
  });
  return model;
};

const instancesOf = (mesh: THREE.Mesh): THREE.Matrix4[] => {
  if (!(mesh instanceof THREE.InstancedMesh)) return [mesh.matrixWorld];
  return Array.from({ length: Math.min(mesh.count, MOST) }, (_, i) => {
    const own = new THREE.Matrix4();
    mesh.getMatrixAt(i, own);
    return mesh.matrixWorld.clone().multiply(own);
  });
};

const addMesh = (
  model: Collected,
  known: Map<string, number>,
  geometry: THREE.BufferGeometry,
  matrix: THREE.Matrix4,
): void => {
  const position = geometry.getAttribute('position');
  if (!position) return;
  const index = geometry.getIndex();
  const count = index ? index.count : position.count;
  const point = new THREE.Vector3();
  const vertexAt = (i: number): number => {
    point.fromBufferAttribute(position, index ? index.getX(i) : i).applyMatrix4(matrix);
    return vertexOf(model, known, point);
  };
  for (let i = 0; i + 2 < count && model.triangles.length <= MOST; i += 3) {
    const [a, b, c] = [vertexAt(i), vertexAt(i + 1), vertexAt(i + 2)];
    if (a !== b && b !== c && a !== c) model.triangles.push([a, b, c]);
  }
};

const vertexOf = (
  { vertices }: Collected,
  known: Map<string, number>,
  { x, y, z }: THREE.Vector3,
): number => {
  const at = [x, y, z].map((value) => Math.round(value * GRAIN) / GRAIN + 0);
  const key = at.join(' ');
  const before = known.get(key);
  if (before !== undefined) return before;
  known.set(key, vertices.length);
  vertices.push([at[0]!, at[1]!, at[2]!]);
  return vertices.length - 1;
};

const checked = (model: ModelRecord, canvas: { width: number; height: number }): Result<ModelRecord> => {
  const { vertices, triangles } = model;
  if (vertices.some((vertex) => !vertex.every(Number.isFinite)))
    return fail('model-file', 'The file has points that are no numbers. Export it again.');
  if (triangles.length === 0)
    return fail('model-empty', 'The file has no mesh with triangles. Export the building as a mesh.');
  if (triangles.length > MOST || vertices.length > MOST || JSON.stringify(model).length > MOST_TEXT)
    return fail(
      'model-too-large',
      `The model has ${triangles.length > MOST ? `more than ${MOST}` : triangles.length} triangles. Simplify it to about 30,000; outlines matter, ornaments don’t.`,
    );
  const isOver = vertices.some(([x, y]) => x > 0 && y >= 0 && x < canvas.width && y <= canvas.height);
  return isOver ? ok(model) : fail('model-beside', besideWords(model, canvas));
};

const besideWords = (
  { vertices }: ModelRecord,
  { width, height }: { width: number; height: number },
): string => {
  const range = (axis: 0 | 1): string => {
    const values = vertices.map((vertex) => vertex[axis]);
    const least = values.reduce((a, b) => Math.min(a, b));
    return `${least.toFixed(1)} to ${values.reduce((a, b) => Math.max(a, b)).toFixed(1)} m`;
  };
  return `The model reaches from ${range(0)} and ${range(1)} upwards; the canvas is ${width} × ${height} m. Check unit, axis and origin.`;
};
