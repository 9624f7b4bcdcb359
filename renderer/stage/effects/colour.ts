import * as THREE from 'three';
import type { ColourParameters } from '../../../core/layers/effects/colour.ts';
import { linearInto } from '../colour.ts';
import type { StageEffect } from './effect.ts';
import { FilterPass } from './filter.pass.ts';

/**
 * A curve bends colours, and what covers half of a pixel has half of its colour in it: paint is taken out of its coverage
 * for the curve and put back. Light that covers nothing (above its alpha) goes through the curve by itself. All else is
 * a sum of channels, and needs neither.
 */
const fragment = /* glsl */ `
uniform vec4 uLevels; // black, 1 / (white - black), 1 / gamma, contrast
uniform mat3 uMix;
uniform vec4 uTint;
const float GREY = 0.18;
vec3 curve(vec3 c) {
  vec3 levelled = pow(max(c - uLevels.x, 0.0) * uLevels.y, vec3(uLevels.z));
  return GREY * pow(levelled / GREY, vec3(uLevels.w));
}
void main() {
  vec4 own = picture(here());
  vec3 paint = min(own.rgb, vec3(own.a));
  vec3 light = own.rgb - paint;
  vec3 bent = own.a * curve(paint / max(own.a, 1e-4)) + curve(light);
  vec3 mixed = max(uMix * bent, 0.0);
  float luminance = dot(mixed, vec3(0.2126, 0.7152, 0.0722));
  outColour = vec4(mix(mixed, luminance * uTint.rgb, uTint.a), own.a);
}`;

/** Rec. 709. */
const [RED, GREEN, BLUE] = [0.2126, 0.7152, 0.0722];
const turned = new THREE.Matrix3();

/** sRGB signal → linear light, IEC 61966-2-1, above white too. */
const linear = (signal: number): number =>
  signal <= 0.04045 ? signal / 12.92 : ((signal + 0.055) / 1.055) ** 2.4;

/** Hue turned about the grey axis (red, green and blue change places at 120°), then saturation, then brightness. */
const mixOf = (into: THREE.Matrix3, { hue, saturation, brightness }: ColourParameters): void => {
  const angle = (hue * Math.PI) / 180;
  const [c, s] = [(1 + 2 * Math.cos(angle)) / 3, Math.sin(angle) / Math.sqrt(3)];
  const [d, e] = [(1 - c) / 2 - s, (1 - c) / 2 + s];
  const grey = 1 - saturation;
  const [r, g, b] = [RED * grey, GREEN * grey, BLUE * grey];
  const keep = saturation;
  into
    .set(r + keep, g, b, r, g + keep, b, r, g, b + keep)
    .multiply(turned.set(c, d, e, e, c, d, d, e, c))
    .multiplyScalar(brightness);
};

export const create = (): StageEffect<ColourParameters> => {
  const levels = new THREE.Vector4();
  const mix = new THREE.Matrix3();
  const tint = new THREE.Vector4();
  const colour = new THREE.Color();
  const pass = new FilterPass(['picture'], fragment, {
    uLevels: { value: levels },
    uMix: { value: mix },
    uTint: { value: tint },
  });
  return {
    passes: [pass],
    apply({ brush, picture, area, parameters: p }) {
      const black = linear(p.black);
      levels.set(black, 1 / Math.max(1e-4, linear(p.white) - black), 1 / p.gamma, p.contrast);
      mixOf(mix, p);
      linearInto(colour, p.tint);
      tint.set(colour.r, colour.g, colour.b, p.tintAmount);
      return pass.draw(brush, area, { picture });
    },
    dispose: () => pass.dispose(),
  };
};
