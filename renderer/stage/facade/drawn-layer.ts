import * as THREE from 'three';
import { extentOf } from '../extent.ts';
import type { LayerContext, LayerTimes, StageLayer } from '../layer.ts';
import { createMaterial, type Uniforms } from '../material.ts';
import { drawnVertex, formBake } from './drawn.glsl.ts';
import { shareDrawnFacade } from './drawn-facade.ts';

/** Metres by which a shadow or a line may lie outside the mesh's own points (drawn.glsl.ts). */
const CAST = 5;

/** What layers that draw the whole façade share: meshes that follow their choice of elements, and two materials. */
export const createDrawn = (
  context: Pick<LayerContext, 'facade' | 'bake'>,
  fragment: string,
  uniforms: Uniforms,
) => {
  const lamp = new THREE.Vector2();
  const pixelSize = { value: 1 };
  const bakedAt = { value: new THREE.Vector4() };
  const bakes = { formBake: { value: null as THREE.Texture | null } };
  const part = (over: 0 | 1): THREE.Mesh<THREE.BufferGeometry, THREE.ShaderMaterial> => {
    const material = createMaterial(drawnVertex, fragment, {
      lamp: { value: lamp },
      pixelSize,
      bakedAt,
      ...bakes,
      ...uniforms,
    });
    material.defines = { OVER: over };
    material.depthTest = true;
    material.depthWrite = over === 0;
    const mesh = new THREE.Mesh(new THREE.BufferGeometry(), material);
    mesh.frustumCulled = false;
    mesh.renderOrder = over;
    return mesh;
  };
  const [fill, over] = [part(0), part(1)];
  const parts = [fill, over];
  const object = new THREE.Group();
  object.add(...parts);
  let held = { key: '', release: (): void => undefined };
  let features = '';
  return {
    object,
    lamp,
    materials: parts.map((mesh) => mesh.material),
    /** In `prepare` and on each update. */
    choose(elements: readonly string[], quiet: readonly string[]) {
      const key = `${elements.join(' ')}|${quiet.join(' ')}`;
      if (held.key === key) return;
      held.release();
      const { drawn, release } = shareDrawnFacade(context.facade, elements, quiet);
      fill.geometry = drawn.fill;
      over.geometry = drawn.over;
      held = { key, release };
    },
    /** On each update: the region that is drawn may have changed. */
    bake() {
      const { texture, at } = context.bake(formBake);
      bakes.formBake.value = texture;
      bakedAt.value.copy(at);
      pixelSize.value = 1 / Math.min(at.z, at.w);
    },
    /** Names of the features that the look needs: the shader is built with these alone. */
    need(names: readonly string[]) {
      const next = names.join(' ');
      if (next === features) return;
      features = next;
      parts.forEach(({ material }, i) => {
        material.defines = { OVER: i, ...Object.fromEntries(names.map((name) => [name, 1])) };
        material.needsUpdate = true;
      });
    },
    shaders: () => features,
    extent: () => extentOf([fill.geometry, over.geometry], CAST, null),
    dispose() {
      held.release();
      for (const { material } of parts) material.dispose();
    },
  };
};

type DrawnParameters = { elements: string[]; quiet: string[]; lightX: number; lightY: number };
type Look<P> = {
  /** What the shader must be able to do for these parameters; the rest would add or change nothing. */
  features(parameters: P): string[];
  /** Uniforms of the look itself. */
  update(times: LayerTimes, parameters: P): void;
};

/** A layer that is a look on the drawn façade. */
export const drawnLayer = <P extends DrawnParameters>(
  drawn: ReturnType<typeof createDrawn>,
  { features, update }: Look<P>,
): StageLayer<P> => {
  const ready = (p: P): void => {
    drawn.choose(p.elements, p.quiet);
    drawn.need(features(p));
  };
  return {
    object: drawn.object,
    direct: { kind: 'coats', materials: drawn.materials },
    usesDepth: true,
    looksAhead: true,
    isSmooth: true,
    extent: () => drawn.extent(),
    shaders: () => drawn.shaders(),
    prepare: async (_times, p) => ready(p),
    update(times, p) {
      ready(p);
      drawn.bake();
      drawn.lamp.set(p.lightX, p.lightY);
      update(times, p);
    },
    dispose: () => drawn.dispose(),
  };
};
