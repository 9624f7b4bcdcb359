import type { Blend, Region } from '../show/show.schema.ts';

/**
 * A Frame is all that the stage needs to draw one instant. Groups are drawn in order: a `cross` group mixes with what
 * is below as A·(1 − weight) + B·weight, an `over` group lies on top with its weight as level. All in linear light.
 */
export type FrameLayer = {
  /** `playback/clip`, with the groups between: never the clip alone, which a ghost may draw at another time. */
  key: string;
  clip: string;
  type: string;
  /** Seconds from the clip's start on the timeline: stands still in a hold, wraps in a loop. */
  position: number;
  /** Seconds since the playback's entry on the show clock, running through holds and loops. */
  free: number;
  /** Clip length, seconds. */
  duration: number;
  /** Fades, keyframes and overrides included. */
  opacity: number;
  blend: Blend;
  region: Region;
  /** Keyframes and overrides resolved; defaults not filled in. */
  parameters: Record<string, unknown>;
  /** In the order in which they are applied, before opacity, region and blend. */
  effects: readonly FrameEffect[];
  /** Of a group: what it holds, bottom first; null: it is no group. */
  layers: readonly FrameLayer[] | null;
};
export type FrameEffect = {
  id: string;
  type: string;
  /** As a layer's. */
  parameters: Record<string, unknown>;
  /** The picture that it masks with; null: none, or it is not on at this time. */
  matte: FrameLayer | null;
};
export type FrameGroup = {
  /** The playback's id. */
  key: string;
  timeline: string;
  mix: 'cross' | 'over';
  blend: 'normal' | 'add';
  weight: number;
  /** Bottom first. */
  layers: FrameLayer[];
};
export type Frame = {
  /** Clock time that it shows. */
  at: number;
  plan: number;
  /** Position of the main playback, or null. */
  position: number | null;
  /** Factor in linear light: master × (1 − blackout) × (1 − panic). */
  light: number;
  groups: FrameGroup[];
};

/** One sounding clip at an instant. */
export type FrameSound = {
  key: string;
  clip: string;
  /** `media:name`. */
  media: string;
  /** Seconds into the file at `at`. */
  offset: number;
  /** Playing speed; 0 while its playback stands still. */
  rate: number;
  /** Linear amplitude: clip gain × fades × cross-fade × panic × the sound's own fade. */
  gain: number;
  /** Outputs of the device, from 1. */
  outputs: number[];
  /** Balance on two outputs, −1–1. */
  pan: number;
};
