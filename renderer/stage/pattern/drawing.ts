import * as THREE from 'three';
import type { Rectangle } from '../composite.pass.ts';

/** A test picture on the canvas, metres, in place of the show; `frise render` and the outputs draw the same. */
export interface Pattern {
  draw(renderer: THREE.WebGLRenderer, region: Rectangle, target: THREE.WebGLRenderTarget): void;
  dispose(): void;
}
/** One kind of thing in a picture; drawn in the order of its pattern's list. */
export interface PatternPart {
  readonly object: THREE.Object3D;
  /** Before each drawing: which part of the canvas, and pixels a metre of the target. */
  place?(region: Rectangle, density: THREE.Vector2): void;
  dispose(): void;
}

export const createDrawing = (parts: readonly PatternPart[]): Pattern => {
  const scene = new THREE.Scene();
  parts.forEach(({ object }, index) => {
    // Siblings are drawn by this number.
    object.renderOrder = index;
    scene.add(object);
  });
  return {
    draw(renderer, r, target) {
      const density = new THREE.Vector2(target.width / r.width, target.height / r.height);
      for (const part of parts) part.place?.(r, density);
      const camera = new THREE.OrthographicCamera(r.x, r.x + r.width, r.y + r.height, r.y, -10, 10);
      renderer.setRenderTarget(target);
      renderer.setClearColor(0x000000, 1);
      renderer.clear();
      renderer.render(scene, camera);
      renderer.setRenderTarget(null);
    },
    dispose() {
      for (const part of parts) part.dispose();
    },
  };
};
