import * as THREE from 'three';
import type { Area } from '../area.ts';
import type { Brush } from '../brush.ts';
import { FilterPass } from './filter.pass.ts';
import { bellOf, MOST_PAIRS, type Taps } from './gauss.ts';
import type { Patch } from './patch.ts';

/** A Gaussian blur of a patch, in as many passes as its width needs: 2 for a narrow one, 3 + n for one of 5 · 2ⁿ pixels. */
const halve = /* glsl */ `
void main() {
  vec2 at = here() * 2.0;
  outColour = (pictureNear(at + vec2(-0.75)) + pictureNear(at + vec2(0.75, -0.75)) + pictureNear(at + vec2(-0.75, 0.75))
    + pictureNear(at + vec2(0.75))) * 0.25;
}`;
const along = /* glsl */ `
uniform vec2 uWay;
uniform float uMiddle;
uniform vec2 uTaps[${MOST_PAIRS}];
uniform int uCount;
void main() {
  vec2 at = here();
  vec4 sum = pictureNear(at) * uMiddle;
  for (int i = 0; i < uCount; i++)
    sum += (pictureNear(at + uWay * uTaps[i].x) + pictureNear(at - uWay * uTaps[i].x)) * uTaps[i].y;
  outColour = sum;
}`;
// A cubic B-spline from four readings (Sigg and Hadwiger, GPU Gems 2, 20).
const enlarge = /* glsl */ `
uniform float uStep;
void main() {
  vec2 at = here() / uStep - 0.5;
  vec2 f = fract(at);
  vec2 cell = at - f + 0.5;
  vec2 w0 = (1.0 - f) * (1.0 - f) * (1.0 - f) / 6.0;
  vec2 w1 = (4.0 - 6.0 * f * f + 3.0 * f * f * f) / 6.0;
  vec2 w3 = f * f * f / 6.0;
  vec2 w2 = 1.0 - w0 - w1 - w3;
  vec2 g0 = w0 + w1;
  vec2 g1 = w2 + w3;
  vec2 low = cell - 1.0 + w1 / g0;
  vec2 high = cell + 1.0 + w3 / g1;
  outColour = g0.y * (g0.x * pictureNear(low) + g1.x * pictureNear(vec2(high.x, low.y)))
    + g1.y * (g0.x * pictureNear(vec2(low.x, high.y)) + g1.x * pictureNear(high));
}`;

export class BlurPass {
  private readonly taps = Array.from({ length: MOST_PAIRS }, () => new THREE.Vector2());
  private readonly uniforms = {
    uWay: { value: new THREE.Vector2() },
    uMiddle: { value: 1 },
    uTaps: { value: this.taps },
    uCount: { value: 0 },
  };
  private readonly step = { uStep: { value: 1 } };
  private readonly halve = new FilterPass(['picture'], halve);
  private readonly along = new FilterPass(['picture'], along, this.uniforms);
  private readonly enlarge = new FilterPass(['picture'], enlarge, this.step);
  readonly passes = [this.halve, this.along, this.enlarge];

  /** `radius`: one standard deviation, metres. The picture stays its owner's. */
  draw(brush: Brush, picture: Patch, radius: number, area: Area): Patch {
    const { region, size } = brush;
    const bell = bellOf((radius * size.width) / region.width, (radius * size.height) / region.height);
    const step = 2 ** bell.levels;
    const made: Patch[] = [];
    const keep = (patch: Patch): Patch => {
      made.push(patch);
      return patch;
    };
    let current = picture;
    for (let level = 1; level <= bell.levels; level += 1)
      current = keep(this.halve.draw(brush, coarser(current.area), { picture: current }, 2 ** level));
    const wanted = step === 1 ? area : around(area, step);
    // Sideways only where it is wanted, and as high as the next pass will look.
    const band = { ...wanted, y: current.area.y, height: current.area.height };
    current = keep(this.spread(brush, band, current, bell.x, [1, 0], step));
    current = keep(this.spread(brush, wanted, current, bell.y, [0, 1], step));
    if (step > 1) {
      this.step.uStep.value = step;
      current = keep(this.enlarge.draw(brush, area, { picture: current }));
    }
    for (const patch of made) if (patch !== current) brush.giveBack(patch);
    return current;
  }

  private spread(
    brush: Brush,
    area: Area,
    picture: Patch,
    { middle, pairs }: Taps,
    way: readonly [number, number],
    step: number,
  ): Patch {
    this.uniforms.uWay.value.set(way[0], way[1]);
    this.uniforms.uMiddle.value = middle;
    this.uniforms.uCount.value = pairs.length;
    pairs.forEach(([offset, weight], i) => this.taps[i]?.set(offset, weight));
    return this.along.draw(brush, area, { picture }, step);
  }

  dispose(): void {
    for (const pass of this.passes) pass.dispose();
  }
}

/** The pixels of the next coarser grid on which a picture leaves something. */
const coarser = ({ x, y, width, height }: Area): Area => {
  const [left, low] = [Math.floor(x / 2) - 1, Math.floor(y / 2) - 1];
  return {
    x: left,
    y: low,
    width: Math.ceil((x + width) / 2) + 1 - left,
    height: Math.ceil((y + height) / 2) + 1 - low,
  };
};
/** The pixels of a grid coarser by `step` that a spline reads for an area. */
const around = ({ x, y, width, height }: Area, step: number): Area => {
  const [left, low] = [Math.floor(x / step) - 2, Math.floor(y / step) - 2];
  return {
    x: left,
    y: low,
    width: Math.ceil((x + width) / step) + 2 - left,
    height: Math.ceil((y + height) / step) + 2 - low,
  };
};
