import * as THREE from 'three';
import type { FacadeModel } from '../../../core/facade/model.ts';
import { lengthOf, spaced } from '../../../core/layers/along.ts';
import type { FacadeLightParameters } from '../../../core/layers/facade-light.ts';
import { type Lit, ranks } from '../../../core/layers/order.ts';
import { linearInto } from '../colour.ts';
import { extentOf } from '../extent.ts';
import { boundsOf, createFill } from '../geometry/fill.ts';
import { createStroke, SHARPEST, strokeDistance, strokeVertex } from '../geometry/stroke.ts';
import type { LayerContext, LayerTimes, StageLayer } from '../layer.ts';
import { applyBlend, createMaterial, type Uniforms } from '../material.ts';
import { createNews } from '../news.ts';
import { chosen, linesOf, pathLines, subdivided } from './facade-lines.ts';
import { faceFragment, faceVertex, lampFragment, lampVertex, lineFragment } from './facade-light.glsl.ts';

/** Geometry is built when what it depends on changes; everything that moves is a uniform. */
export const create = (context: LayerContext): StageLayer<FacadeLightParameters> => {
  const uniforms = createUniforms();
  const light = (vertex: string, fragment: string) => createMaterial(vertex, fragment, uniforms, 'light');
  const materials = {
    lamps: light(lampVertex, lampFragment),
    stroke: light(strokeVertex, lineFragment(strokeDistance)),
    fill: light(faceVertex, faceFragment),
  };
  const all = Object.values(materials);
  // A strip folds over itself at corners: the brighter of the two, not their sum.
  applyBlend(materials.stroke, 'lighten');
  const mesh = new THREE.Mesh(new THREE.BufferGeometry(), materials.stroke);
  mesh.frustumCulled = false;
  mesh.matrixAutoUpdate = false;
  const isNew = createNews();
  const build = (parameters: FacadeLightParameters): void => {
    const { elements, lines, look, order, spacing, seed } = parameters;
    if (!isNew(elements, lines, look, order, seed, look === 'lamps' ? spacing : 0)) return;
    mesh.geometry.dispose();
    mesh.geometry = builders[look](context.facade, parameters, context.seed);
    mesh.material = materials[look];
  };
  return {
    object: mesh,
    get isSmooth() {
      return mesh.material !== materials.fill;
    },
    extent() {
      const reach = mesh.material === materials.fill ? 0 : uniforms.uReach.value * SHARPEST;
      return extentOf([mesh.geometry], reach, mesh.matrix);
    },
    get direct() {
      return { kind: mesh.material === materials.stroke ? 'apart' : 'light', materials: all } as const;
    },
    prepare: async (_times, parameters) => build(parameters),
    update(times, parameters) {
      build(parameters);
      mesh.matrix.makeTranslation(parameters.moveX, parameters.moveY, 0);
      mesh.matrixWorldNeedsUpdate = true;
      setUniforms(uniforms, times, parameters, context);
    },
    dispose() {
      mesh.geometry.dispose();
      for (const material of all) material.dispose();
    },
  };
};

const createUniforms = () =>
  ({
    uLevel: { value: 1 },
    uColour: { value: new THREE.Color() },
    uReach: { value: 1 },
    uWidth: { value: 0.1 },
    uGlow: { value: 0 },
    uGlowLevel: { value: 0 },
    uProgress: { value: 1 },
    uSoft: { value: 0.1 },
    uTail: { value: 1 },
    uTwinkle: { value: 0 },
    uTwinkleAt: { value: 0 },
    uSeed: { value: 0 },
    uChaseDepth: { value: 0 },
    uChaseAt: { value: 0 },
    uChasePeriod: { value: 1 },
  }) satisfies Uniforms;

const setUniforms = (
  uniforms: ReturnType<typeof createUniforms>,
  times: LayerTimes,
  p: FacadeLightParameters,
  context: LayerContext,
): void => {
  const t = p.clock === 'free' ? times.free : times.position;
  const width = p.look === 'lamps' ? p.size : p.width;
  linearInto(uniforms.uColour.value, p.colour).multiplyScalar(p.level);
  uniforms.uWidth.value = width;
  uniforms.uReach.value = width / 2 + p.glow + 1.5 / context.density;
  uniforms.uGlow.value = p.glow;
  uniforms.uGlowLevel.value = p.glowLevel;
  uniforms.uProgress.value = p.progress;
  uniforms.uSoft.value = p.soft;
  uniforms.uTail.value = p.tail;
  uniforms.uTwinkle.value = p.twinkle;
  uniforms.uTwinkleAt.value = t * p.twinkleRate;
  uniforms.uSeed.value = (context.seed + p.seed) % 65_536;
  uniforms.uChaseDepth.value = p.chaseDepth;
  uniforms.uChasePeriod.value = p.chasePeriod;
  uniforms.uChaseAt.value = ((t * p.chaseSpeed) / p.chasePeriod) % 1;
};

type Builder = (facade: FacadeModel, p: FacadeLightParameters, seed: number) => THREE.BufferGeometry;

const lamps: Builder = (facade, p, seed) => {
  const things: (Lit & { s: number })[] = [];
  const drawn = chosen(facade, p.elements).flatMap((element) => linesOf(element, p.lines));
  drawn.forEach((line, number) => {
    const total = lengthOf(line) || 1;
    for (const { at, s } of spaced(line, p.spacing))
      things.push({ x: at[0], y: at[1], line: number, along: s / total, s });
  });
  const order = ranks(things, p.order, seed + p.seed);
  const geometry = new THREE.InstancedBufferGeometry();
  const corners = [-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0];
  geometry.setAttribute('position', new THREE.Float32BufferAttribute(corners, 3));
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  const lamp = new Float32Array(things.flatMap((thing, i) => [thing.x, thing.y, order[i] ?? 0, thing.s]));
  geometry.setAttribute('aLamp', new THREE.InstancedBufferAttribute(lamp, 4));
  geometry.instanceCount = things.length;
  const places = things.map((thing) => new THREE.Vector3(thing.x, thing.y, 0));
  geometry.boundingBox = new THREE.Box3().setFromPoints(places);
  return geometry;
};

const stroke: Builder = (facade, p, seed) => {
  const drawn = chosen(facade, p.elements)
    .flatMap((element) => linesOf(element, p.lines))
    .map(subdivided);
  const things: Lit[] = [];
  // A closed line comes back to its first point: that corner is a thing of its own, at the line's end.
  drawn.forEach((line, number) => {
    const total = lengthOf(line) || 1;
    let [s, last] = [0, line.points[0]!];
    for (const at of line.closed ? [...line.points, line.points[0]!] : line.points) {
      s += Math.hypot(at[0] - last[0], at[1] - last[1]);
      last = at;
      const along = p.order === 'random' ? 0 : s / total;
      things.push({ x: at[0], y: at[1], line: number, along });
    }
  });
  if (p.order === 'random') return createStroke(randomly(drawn, seed + p.seed));
  const order = ranks(things, p.order, seed);
  let next = 0;
  return createStroke(
    drawn.map((line) => {
      const count = line.points.length + (line.closed ? 1 : 0);
      const own = order.subarray(next, next + count);
      next += count;
      return { line, rank: rankAlong(line, own) };
    }),
  );
};
/** The stroke asks for its points in order, each end twice: found again by place along the line. */
const rankAlong = (line: { points: [number, number][] }, own: Float32Array) => {
  let at = 0;
  let last: readonly [number, number] | null = null;
  return (x: number, y: number): number => {
    if (last !== null && (last[0] !== x || last[1] !== y)) at = Math.min(at + 1, own.length - 1);
    last = [x, y];
    return line.points.length > 0 ? (own[at] ?? 0) : 0;
  };
};
const randomly = (drawn: ReturnType<typeof subdivided>[], seed: number) => {
  const whole = drawn.map((line, number): Lit => ({
    x: line.points[0]?.[0] ?? 0,
    y: 0,
    line: number,
    along: 0,
  }));
  const order = ranks(whole, 'random', seed);
  return drawn.map((line, number) => ({ line, rank: () => order[number] ?? 0 }));
};

const fill: Builder = (facade, p, seed) => {
  const found = chosen(facade, p.elements);
  const parts = found.map((element, index) => ({ lines: pathLines(element.outline), index }));
  const geometry = createFill(parts);
  const middles = parts.map(({ lines, index }): Lit => {
    const box = boundsOf(lines.flatMap((line) => line.points));
    return { x: box.x + box.width / 2, y: box.y + box.height / 2, line: index, along: 0 };
  });
  const order = ranks(middles, p.order, seed + p.seed);
  const index = geometry.getAttribute('aIndex');
  const rank = Float32Array.from({ length: index.count }, (_, i) => order[index.getX(i)] ?? 0);
  geometry.setAttribute('aRank', new THREE.BufferAttribute(rank, 1));
  return geometry;
};
const builders: Record<FacadeLightParameters['look'], Builder> = { lamps, stroke, fill };
