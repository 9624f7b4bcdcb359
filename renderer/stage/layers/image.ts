import type { ImageParameters } from '../../../core/layers/image.ts';
import type { LayerContext, StageLayer } from '../layer.ts';
import { createPictureHolder } from '../picture.ts';
import { createPlacement } from './placement.ts';

export const create = (context: LayerContext): StageLayer<ImageParameters> => {
  const placement = createPlacement(context);
  const holder = createPictureHolder(context);
  return {
    object: placement.object,
    direct: { kind: 'paint', materials: [placement.material] },
    extent: () => placement.extent(),
    prepare: (_times, p) => holder.want(p.media),
    update(_times, p) {
      const shown = holder.shown(p.media);
      placement.set(shown?.texture ?? null, shown ?? { width: 1, height: 1 }, p);
    },
    dispose() {
      holder.dispose();
      placement.dispose();
    },
  };
};
