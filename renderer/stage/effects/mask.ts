import type { MaskParameters } from '../../../core/layers/effects/mask.ts';
import { grownArea, shared } from '../area.ts';
import { BlurPass } from './blur.pass.ts';
import type { EffectWork, StageEffect } from './effect.ts';
import { FilterPass } from './filter.pass.ts';
import type { Patch } from './patch.ts';

const coverage = /* glsl */ `
uniform int uUse;      // 0 nothing, 1 opacity, 2 light
uniform bool uElements;
void main() {
  vec4 other = clip(here());
  float shown = uUse == 1 ? other.a : uUse == 2 ? dot(other.rgb, vec3(0.2126, 0.7152, 0.0722)) : 1.0;
  shown = clamp(shown, 0.0, 1.0);
  if (uElements) shown *= elements(here()).r;
  outColour = vec4(shown);
}`;
const seen = /* glsl */ `
uniform bool uInverted;
uniform float uAmount;
void main() {
  float shown = mask(here()).r;
  outColour = picture(here()) * mix(1.0, uInverted ? 1.0 - shown : shown, uAmount);
}`;

export const create = (): StageEffect<MaskParameters> => {
  const use = { value: 0 };
  const hasElements = { value: false };
  const inverted = { value: false };
  const amount = { value: 1 };
  const cover = new FilterPass(['clip', 'elements'], coverage, { uUse: use, uElements: hasElements });
  const apply = new FilterPass(['picture', 'mask'], seen, { uInverted: inverted, uAmount: amount });
  const blur = new BlurPass();

  /** The mask, soft as it is wanted. */
  const maskOf = (work: EffectWork<MaskParameters>, matte: Patch | null, names: Patch | null): Patch => {
    const { brush, parameters: p, picture } = work;
    const area = shared(work.area, picture.area);
    const reach = Math.ceil((p.feather * 5 * brush.size.width) / brush.region.width);
    const wide = shared(grownArea(area, reach), brush.areaOf(null));
    use.value = p.clip === null ? 0 : p.use === 'opacity' ? 1 : 2;
    hasElements.value = names !== null;
    // What is not there is not looked at; a clip that is not on shows nothing.
    const none = { target: picture.target, area: { x: 0, y: 0, width: 0, height: 0 }, step: 1 };
    const sharp = cover.draw(brush, wide, { clip: matte ?? none, elements: names ?? none });
    if (p.feather <= 0) return sharp;
    const soft = blur.draw(brush, sharp, p.feather, area);
    brush.giveBack(sharp);
    return soft;
  };
  return {
    passes: [cover, apply, ...blur.passes],
    apply(work) {
      const { brush, picture, area, parameters: p } = work;
      if (p.amount <= 0 || (p.clip === null && p.elements.length === 0)) return picture;
      const matte = p.clip === null ? null : work.matte();
      const names = p.elements.length === 0 ? null : work.elements(p.elements);
      const mask = maskOf(work, matte, names);
      if (matte) brush.giveBack(matte);
      inverted.value = p.inverted;
      amount.value = p.amount;
      const made = apply.draw(brush, shared(area, picture.area), { picture, mask });
      brush.giveBack(mask);
      return made;
    },
    dispose() {
      for (const pass of [cover, apply, blur]) pass.dispose();
    },
  };
};
