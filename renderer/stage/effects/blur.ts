import type { BlurParameters } from '../../../core/layers/effects/blur.ts';
import { BlurPass } from './blur.pass.ts';
import type { StageEffect } from './effect.ts';

export const create = (): StageEffect<BlurParameters> => {
  const blur = new BlurPass();
  return {
    passes: blur.passes,
    apply({ brush, picture, area, parameters: { radius } }) {
      return radius <= 0 ? picture : blur.draw(brush, picture, radius, area);
    },
    dispose: () => blur.dispose(),
  };
};
