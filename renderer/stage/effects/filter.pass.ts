import * as THREE from 'three';
import type { Area } from '../area.ts';
import type { Brush } from '../brush.ts';
import { createScreen, screenVertex, type Screen } from '../geometry/screen.ts';
import { createMaterial, type Uniforms } from '../material.ts';
import type { Patch } from './patch.ts';

/**
 * One full-screen pass from patches to a patch. In GLSL: `here()` is the pixel of the grid that is written, `metres(…)`
 * its place on the canvas, and each patch is read by a function of its name, at any point of the grid, in between
 * texels, empty outside. What reads far from where it writes uses `nameNear`: beyond the canvas lies its edge, again and
 * again, so that a picture as large as the façade is not eaten from there. Patches of a coarser grid are named with their step.
 */
const header = /* glsl */ `
uniform vec2 uOrigin;
uniform vec4 uGrid; // metres of the grid's corner, metres a pixel
out vec4 outColour;
vec2 here() { return gl_FragCoord.xy + uOrigin; }
vec2 metres(vec2 pixel) { return uGrid.xy + pixel * uGrid.zw; }`;
const reader = (name: string): string => /* glsl */ `
uniform sampler2D ${name}Texture;
uniform vec4 ${name}Area; // first pixel, pixel behind the last
uniform vec2 ${name}Texel;
uniform vec4 ${name}Canvas; // the canvas in its pixels
vec4 ${name}(vec2 pixel) {
  bool isOutside = any(lessThan(pixel, ${name}Area.xy)) || any(greaterThan(pixel, ${name}Area.zw));
  return isOutside ? vec4(0.0) : textureLod(${name}Texture, (pixel - ${name}Area.xy) * ${name}Texel, 0.0);
}
vec4 ${name}Near(vec2 pixel) { return ${name}(clamp(pixel, ${name}Canvas.xy, ${name}Canvas.zw)); }`;

export class FilterPass<N extends string> {
  readonly screen: Screen;
  private readonly material: THREE.ShaderMaterial;
  private readonly base = {
    uOrigin: { value: new THREE.Vector2() },
    uGrid: { value: new THREE.Vector4() },
  };

  constructor(
    private readonly names: readonly N[],
    fragment: string,
    uniforms: Uniforms = {},
  ) {
    const read: Uniforms = {};
    for (const name of names) {
      read[`${name}Texture`] = { value: null };
      read[`${name}Area`] = { value: new THREE.Vector4() };
      read[`${name}Texel`] = { value: new THREE.Vector2() };
      read[`${name}Canvas`] = { value: new THREE.Vector4() };
    }
    const text = [header, ...names.map(reader), fragment].join('\n');
    this.material = createMaterial(screenVertex, text, { ...this.base, ...read, ...uniforms });
    this.material.blending = THREE.NoBlending;
    this.screen = createScreen(this.material);
  }

  /** `area`: of the brush's grid, or of one coarser by `step`. */
  draw(brush: Brush, area: Area, pictures: Readonly<Record<N, Patch>>, step = 1): Patch {
    const { region, size } = brush;
    const [mx, my] = [(region.width / size.width) * step, (region.height / size.height) * step];
    this.base.uOrigin.value.set(area.x, area.y);
    this.base.uGrid.value.set(region.x, region.y, mx, my);
    for (const name of this.names) this.read(brush, name, pictures[name]);
    return brush.filter(this.screen, area, step);
  }

  private read({ region, size, canvas }: Brush, name: N, { target, area, step }: Patch): void {
    const { uniforms } = this.material;
    uniforms[`${name}Texture`]!.value = target.texture;
    uniforms[`${name}Area`]!.value.set(area.x, area.y, area.x + area.width, area.y + area.height);
    uniforms[`${name}Texel`]!.value.set(1 / target.width, 1 / target.height);
    // A pixel of the picture further in: its edge may be half covered.
    const [px, py] = [size.width / region.width / step, size.height / region.height / step];
    const [x, y, inset] = [-region.x * px, -region.y * py, 1 / step];
    const [right, high] = [x + canvas.width * px - inset, y + canvas.height * py - inset];
    uniforms[`${name}Canvas`]!.value.set(x + inset, y + inset, right, high);
  }

  dispose(): void {
    this.screen.dispose();
    this.material.dispose();
  }
}
