import { sequenceIndex, type SequenceParameters } from '../../../core/layers/sequence.ts';
import type { LayerContext, LayerTimes, StageLayer } from '../layer.ts';
import { loadPicture, type Picture } from '../picture.ts';
import { createPlacement } from './placement.ts';

/**
 * Pictures are loaded ahead of their time and kept as far as the card should bear; those used longest ago go first. Live,
 * one that has not come yet leaves the picture before it standing.
 */
const KEPT_TEXELS = 48_000_000;
const AHEAD = 8;

export const create = (context: LayerContext): StageLayer<SequenceParameters> => {
  const placement = createPlacement(context);
  const loading = new Map<string, Promise<Picture>>();
  const loaded = new Map<string, Picture>();
  let [last, isDisposed]: [string | null, boolean] = [null, false];

  const want = (media: string): Promise<Picture> => {
    const known = loading.get(media);
    if (known) return known;
    const coming = loadPicture(context, media).then((picture) => {
      if (isDisposed) picture.texture.dispose();
      else loaded.set(media, picture);
      return picture;
    });
    loading.set(media, coming);
    return coming;
  };
  const report = (error: unknown): void =>
    context.report({ code: 'image-unreadable', message: String(error), path: 'parameters.frames' });
  const touch = (media: string, picture: Picture): void => {
    loaded.delete(media);
    loaded.set(media, picture); // last in the map: used last
    let held = [...loaded.values()].reduce((sum, { width, height }) => sum + width * height, 0);
    for (const [name, { texture, width, height }] of loaded) {
      if (held <= KEPT_TEXELS || name === media || name === last) continue;
      held -= width * height;
      texture.dispose();
      loaded.delete(name);
      loading.delete(name);
    }
  };
  const indexAt = (times: LayerTimes, p: SequenceParameters): number =>
    sequenceIndex(p, p.clock === 'free' ? times.free : times.position);
  return {
    object: placement.object,
    looksAhead: true,
    direct: { kind: 'paint', materials: [placement.material] },
    extent: () => placement.extent(),
    async prepare(times, p) {
      const media = p.frames[indexAt(times, p)];
      if (media !== undefined) await want(media);
    },
    update(times, p) {
      const index = indexAt(times, p);
      const media = p.frames[index] ?? null;
      if (context.mode === 'live' && media !== null)
        for (let step = 0; step < Math.min(AHEAD, p.frames.length); step += 1)
          want(p.frames[(index + step) % p.frames.length]!).catch(report);
      if (media !== null && context.mode === 'exact') want(media).catch(report);
      const picture = media === null ? null : (loaded.get(media) ?? null);
      if (media !== null && picture) {
        last = media;
        touch(media, picture);
      }
      const before = context.mode === 'live' && last !== null ? (loaded.get(last) ?? null) : null;
      const shown = media === null ? null : (picture ?? before);
      placement.set(shown?.texture ?? null, shown ?? { width: 1, height: 1 }, p);
    },
    dispose() {
      isDisposed = true;
      for (const { texture } of loaded.values()) texture.dispose();
      placement.dispose();
    },
  };
};
