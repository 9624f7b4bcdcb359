import * as THREE from 'three';
import type { LayerContext } from '../layer.ts';
import { createMaterial, type Uniforms } from '../material.ts';
import { drawnVertex } from './drawn.glsl.ts';
import { shareDrawnFacade } from './drawn-facade.ts';

/** What layers that draw the whole façade share: a mesh that follows its choice of elements, and one material. */
export const createDrawn = (context: LayerContext, fragment: string, uniforms: Uniforms) => {
  const lamp = new THREE.Vector2();
  const pixelSize = { value: 1 };
  const material = createMaterial(drawnVertex, fragment, {
    lamp: { value: lamp },
    pixelSize,
    ...uniforms,
  });
  let held = { key: '', release: (): void => undefined };
  const mesh = new THREE.Mesh(new THREE.BufferGeometry(), material);
  mesh.frustumCulled = false;
  return {
    mesh,
    lamp,
    /** Called on each update: the target's density may have changed too. */
    choose(elements: readonly string[], quiet: readonly string[]) {
      pixelSize.value = 1 / context.density;
      const key = `${elements.join(' ')}|${quiet.join(' ')}`;
      if (held.key === key) return;
      held.release();
      const { geometry, release } = shareDrawnFacade(context.facade, elements, quiet);
      mesh.geometry = geometry;
      held = { key, release };
    },
    dispose() {
      held.release();
      material.dispose();
    },
  };
};
