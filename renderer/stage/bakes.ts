import * as THREE from 'three';
import type { Size } from './area.ts';
import type { Rectangle } from './composite.pass.ts';
import { screenTriangle } from './geometry/screen.ts';
import { createMaterial } from './material.ts';

/**
 * What a look needs of a place and what never moves (grain of the stone, a mosaic), worked out once a region and size,
 * one texel a pixel, and fetched by the layer's shader at its own pixel: see `bakedGlsl`. What was used last is kept,
 * as far as the card's memory should bear: a window of many outputs goes through all of theirs in every frame.
 */
export type Bake = { texture: THREE.Texture; at: THREE.Vector4 };
/** 512 MB of half floats, a dozen full pictures of 2560 × 1600. */
const MOST_TEXELS = 64_000_000;
const vertex = /* glsl */ `
uniform vec4 uRegion; // x y width height, canvas metres
out vec2 vAt;
void main() {
  vAt = uRegion.xy + (position.xy * 0.5 + 0.5) * uRegion.zw;
  gl_Position = vec4(position.xy, 0.0, 1.0);
}`;
/** `baked(texture)`: the texel of the fragment at vAt; bakedAt: the region's corner, pixels a metre. */
export const bakedGlsl = /* glsl */ `
uniform vec4 bakedAt;
vec4 baked(sampler2D texture_) { return texelFetch(texture_, ivec2((vAt - bakedAt.xy) * bakedAt.zw), 0); }`;

export class Bakes {
  private readonly made = new Map<string, THREE.WebGLRenderTarget>();
  private readonly materials = new Map<string, THREE.ShaderMaterial>();
  private readonly geometry = screenTriangle();
  private readonly at = new THREE.Vector4();

  /** `most`: texels that are kept. */
  constructor(
    private readonly renderer: THREE.WebGLRenderer,
    private readonly most = MOST_TEXELS,
  ) {}

  /** `fragment`: GLSL that writes `outColour` from `vAt`, canvas metres. Leaves the renderer on another target. */
  get(fragment: string, region: Rectangle, size: Size): Bake {
    this.at.set(region.x, region.y, size.width / region.width, size.height / region.height);
    const key = [fragment, region.x, region.y, region.width, region.height, size.width, size.height].join(
      '|',
    );
    const found = this.made.get(key);
    if (!found) this.makeRoom(size.width * size.height);
    const target = found ?? this.draw(fragment, region, size);
    this.made.delete(key);
    this.made.set(key, target); // last in the map: used last
    return { texture: target.texture, at: this.at };
  }

  private draw(fragment: string, region: Rectangle, size: Size): THREE.WebGLRenderTarget {
    const target = new THREE.WebGLRenderTarget(size.width, size.height, {
      type: THREE.HalfFloatType,
      depthBuffer: false,
      minFilter: THREE.NearestFilter,
      magFilter: THREE.NearestFilter,
    });
    const material =
      this.materials.get(fragment) ??
      createMaterial(vertex, fragment, { uRegion: { value: new THREE.Vector4() } });
    this.materials.set(fragment, material);
    material.blending = THREE.NoBlending;
    material.uniforms['uRegion']!.value.set(region.x, region.y, region.width, region.height);
    const mesh = new THREE.Mesh(this.geometry, material);
    mesh.frustumCulled = false;
    this.renderer.setRenderTarget(target);
    this.renderer.render(new THREE.Scene().add(mesh), new THREE.Camera());
    return target;
  }

  private makeRoom(texels: number): void {
    let held = [...this.made.values()].reduce((sum, { width, height }) => sum + width * height, texels);
    for (const [key, target] of this.made) {
      if (held <= this.most) return;
      held -= target.width * target.height;
      target.dispose();
      this.made.delete(key);
    }
  }

  dispose(): void {
    for (const target of this.made.values()) target.dispose();
    for (const material of this.materials.values()) material.dispose();
    this.made.clear();
    this.materials.clear();
    this.geometry.dispose();
  }
}
