import type { Frame, FrameLayer } from '../../core/playback/frame.ts';

/** Every layer that a frame needs: those that are drawn, and those that only mask others. */
export const layersOf = (frame: Frame): FrameLayer[] =>
  frame.groups.flatMap((group) => group.layers.flatMap(withInner));

const withInner = (layer: FrameLayer): FrameLayer[] => [
  layer,
  ...layer.effects.flatMap(({ matte }) => (matte ? withInner(matte) : [])),
];
