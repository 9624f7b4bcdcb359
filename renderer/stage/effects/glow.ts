import * as THREE from 'three';
import type { GlowParameters } from '../../../core/layers/effects/glow.ts';
import { linearInto } from '../colour.ts';
import { BlurPass } from './blur.pass.ts';
import type { StageEffect } from './effect.ts';
import { FilterPass } from './filter.pass.ts';

const bright = /* glsl */ `
uniform float uThreshold;
void main() {
  vec3 light = picture(here()).rgb;
  float most = max(light.r, max(light.g, light.b));
  outColour = vec4(light * max(0.0, most - uThreshold) / max(most, 1e-4), 0.0);
}`;
const sum = /* glsl */ `
uniform vec3 uColour;
void main() {
  vec4 own = picture(here());
  outColour = vec4(own.rgb + uColour * (narrow(here()).rgb + wide(here()).rgb), own.a);
}`;
/** The narrow bell's width, of the wide one's. */
const CORE = 0.25;

export const create = (): StageEffect<GlowParameters> => {
  const threshold = { value: 0 };
  const colour = { value: new THREE.Color() };
  const blur = new BlurPass();
  const cut = new FilterPass(['picture'], bright, { uThreshold: threshold });
  const add = new FilterPass(['picture', 'narrow', 'wide'], sum, { uColour: colour });
  const own = [cut, add];
  return {
    passes: [...own, ...blur.passes],
    apply({ brush, picture, area, parameters: p }) {
      if (p.level <= 0 || p.radius <= 0) return picture;
      threshold.value = p.threshold;
      // Half of the light to each bell.
      linearInto(colour.value, p.colour).multiplyScalar(p.level / 2);
      const light = cut.draw(brush, picture.area, { picture });
      const narrow = blur.draw(brush, light, p.radius * CORE, area);
      const wide = blur.draw(brush, light, p.radius, area);
      const made = add.draw(brush, area, { picture, narrow, wide });
      for (const patch of [light, narrow, wide]) brush.giveBack(patch);
      return made;
    },
    dispose() {
      blur.dispose();
      for (const pass of own) pass.dispose();
    },
  };
};
