import * as THREE from 'three';
import { flattenPath } from '../../core/facade/path.ts';
import type { FacadeElement, FacadeModel } from '../../core/facade/model.ts';
import type { Rectangle } from './composite.pass.ts';
import { createFill } from './geometry/fill.ts';
import { quadVertex } from './geometry/quad.ts';
import { createMaterial } from './material.ts';

/** Masks of named façade elements, drawn once a region, size and set of names. The newest few are kept. */
const KEPT = 24;
const white = /* glsl */ `
uniform float uLevel;
out vec4 outColour;
void main() { outColour = vec4(uLevel); }`;

export class RegionMasks {
  private readonly masks = new Map<string, THREE.WebGLRenderTarget>();
  private readonly fills = new Map<FacadeElement, ArrayLike<number>>();
  private readonly material = createMaterial(quadVertex, white, {});
  constructor(
    private readonly renderer: THREE.WebGLRenderer,
    private readonly facade: FacadeModel,
    private readonly samples: number,
  ) {}

  get(
    names: { elements: string[]; inverted: boolean },
    region: Rectangle,
    size: { width: number; height: number },
    camera: THREE.Camera,
  ): THREE.WebGLRenderTarget {
    const key = JSON.stringify([names.elements, names.inverted, region, size.width, size.height]);
    const found = this.masks.get(key);
    if (found) return found;
    if (this.masks.size >= KEPT) this.forgetOldest();
    const mask = this.draw(names, size, camera);
    this.masks.set(key, mask);
    return mask;
  }

  private draw(
    names: { elements: string[]; inverted: boolean },
    size: { width: number; height: number },
    camera: THREE.Camera,
  ): THREE.WebGLRenderTarget {
    const found = new Set(names.elements.flatMap((word) => this.facade.select(word)));
    const geometry = joined([...found].map((element) => this.fillOf(element)));
    const scene = new THREE.Scene();
    const mesh = new THREE.Mesh(geometry, this.material);
    mesh.frustumCulled = false;
    scene.add(mesh);
    const target = new THREE.WebGLRenderTarget(size.width, size.height, {
      depthBuffer: false,
      samples: this.samples,
    });
    this.material.uniforms['uLevel']!.value = names.inverted ? 0 : 1;
    this.renderer.setRenderTarget(target);
    this.renderer.setClearColor(0xffffff, names.inverted ? 1 : 0);
    if (!names.inverted) this.renderer.setClearColor(0x000000, 0);
    this.renderer.clear();
    this.material.blending = THREE.NoBlending;
    this.renderer.render(scene, camera);
    geometry.dispose();
    return target;
  }

  /** An element's triangles: the same for every mask that it is in. */
  private fillOf(element: FacadeElement): ArrayLike<number> {
    const known = this.fills.get(element);
    if (known) return known;
    const lines = flattenPath(element.outline, 0.01);
    const geometry = createFill([{ lines: lines.ok ? lines.value : [], index: 0 }]);
    const made = geometry.getAttribute('position').array;
    this.fills.set(element, made);
    return made;
  }

  private forgetOldest(): void {
    const [key, mask] = this.masks.entries().next().value ?? [];
    if (key === undefined) return;
    mask?.dispose();
    this.masks.delete(key);
  }

  dispose(): void {
    for (const mask of this.masks.values()) mask.dispose();
    this.masks.clear();
    this.material.dispose();
  }
}

/** Triangles of several as one; a mask needs no more than their corners. */
const joined = (fills: readonly ArrayLike<number>[]): THREE.BufferGeometry => {
  const corners = new Float32Array(fills.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const fill of fills) {
    corners.set(fill, at);
    at += fill.length;
  }
  return new THREE.BufferGeometry().setAttribute('position', new THREE.BufferAttribute(corners, 3));
};
