import type { Frame, FrameLayer } from '../../core/playback/frame.ts';

/** Every layer that a frame needs: those that are drawn, and those that only mask others. */
export const layersOf = (frame: Frame): FrameLayer[] =>
  frame.groups.flatMap((group) => group.layers.flatMap(withInner));

const withInner = (layer: FrameLayer): FrameLayer[] => [
  // A group has no picture but those of its layers.
  ...(layer.layers ? layer.layers.flatMap(withInner) : [layer]),
  ...layer.effects.flatMap(({ matte }) => (matte ? withInner(matte) : [])),
];
/** Types of the effects that a frame needs, groups' own too. */
export const effectTypesOf = (frame: Frame): Set<string> =>
  new Set(frame.groups.flatMap((group) => group.layers.flatMap(typesIn)));
const typesIn = ({ effects, layers }: FrameLayer): string[] => [
  ...effects.flatMap(({ type, matte }) => [type, ...(matte ? typesIn(matte) : [])]),
  ...(layers?.flatMap(typesIn) ?? []),
];
