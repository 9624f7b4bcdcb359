import { group, groupOf, groupTime } from '../layers/group.ts';
import type { CompiledClip, CompiledShow, CompiledTimeline, CompiledTrack } from '../show/compiled.ts';
import { countUpTo, valueAt } from './ease.ts';
import { fadeOf } from './fades.ts';
import { followedAt } from './follow.ts';
import type { FrameEffect, FrameLayer } from './frame.ts';
import type { Override } from './live.ts';

/** Clips at a position as the layers of a frame: parameters, effects, masks, and what a group holds. */

/** Clips of a track that are on at a position: start ≤ position < end, in track order. */
export const clipsAt = (track: CompiledTrack, position: number): CompiledClip[] => {
  const { clips, starts, latestEnd } = track;
  const on: CompiledClip[] = [];
  for (
    let index = countUpTo(starts, position) - 1;
    index >= 0 && (latestEnd[index] ?? 0) > position;
    index -= 1
  ) {
    const clip = clips[index];
    if (clip && clip.end > position && !clip.muted) on.unshift(clip);
  }
  return on;
};

/** What a clip's parameters depend on besides the clip. */
export type Scene = {
  show: CompiledShow;
  timeline: CompiledTimeline;
  position: number;
  overrides: Override[];
  /** What stands before a clip's id in a layer's key: the playback, and the groups that it is in. */
  key: string;
  /** Seconds since the playback's entry on the show clock. */
  free: number;
  /** Timelines that it is in, the outermost first. */
  within: readonly string[];
};

type Moving = Pick<CompiledClip, 'parameters' | 'keyed' | 'followed'>;
/** `prefix`: what stands before the parameter's own name in a channel, "" or "blur.". */
export const parametersAt = (
  moving: Moving,
  { id, opacity }: Pick<CompiledClip, 'id' | 'opacity'>,
  prefix: string,
  at: number,
  scene: Scene,
): Record<string, unknown> => {
  const { show, timeline, position, overrides } = scene;
  if (moving.keyed.length === 0 && moving.followed.length === 0 && overrides.length === 0)
    return moving.parameters;
  const parameters: Record<string, unknown> = { ...moving.parameters };
  for (const lane of moving.keyed) {
    const value = valueAt(lane, at);
    if (value !== undefined) parameters[lane.param] = value;
  }
  for (const follow of moving.followed) {
    const { param } = follow;
    const isOpacity = prefix === '' && param === 'opacity';
    const own = isOpacity ? (parameters[param] ?? opacity) : parameters[param];
    const value = followedAt(follow, own, show, timeline, position);
    if (value !== null) parameters[param] = value;
  }
  for (const override of overrides) {
    if (override.clip !== id || !override.param.startsWith(prefix)) continue;
    const param = override.param.slice(prefix.length);
    if (!param.includes('.')) parameters[param] = override.value;
  }
  return parameters;
};

const factor = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : otherwise;

const NO_EFFECTS: readonly FrameEffect[] = [];
const effectsOf = (clip: CompiledClip, at: number, scene: Scene) => {
  if (clip.effects.length === 0) return NO_EFFECTS;
  return clip.effects.map((effect): FrameEffect => {
    const { matte } = effect;
    const isOn = matte !== null && scene.position >= matte.start && scene.position < matte.end;
    return {
      id: effect.id,
      type: effect.type,
      parameters: parametersAt(effect, clip, `${effect.id}.`, at, scene),
      matte: isOn ? layerOf(matte, scene) : null,
    };
  });
};

const layerOf = (clip: CompiledClip, scene: Scene): FrameLayer => {
  const at = scene.position - clip.start;
  const parameters = parametersAt(clip, clip, '', at, scene);
  return {
    key: `${scene.key}/${clip.id}`,
    clip: clip.id,
    type: clip.layer,
    position: at,
    free: scene.free,
    duration: clip.duration,
    opacity: factor(parameters['opacity'], clip.opacity) * fadeOf(clip, at),
    blend: clip.blend,
    region: clip.region,
    parameters,
    effects: effectsOf(clip, at, scene),
    layers: clip.layer === group.type ? innerLayers(clip, parameters, scene) : null,
  };
};

/** The scene inside a group; null: it has no timeline, or is in it already, so that it draws nothing. */
export const innerScene = (
  clip: CompiledClip,
  parameters: Readonly<Record<string, unknown>>,
  scene: Scene,
): Scene | null => {
  const read = groupOf(parameters);
  const timeline = read.timeline === null ? undefined : scene.show.timelines[read.timeline];
  if (!timeline || scene.within.includes(timeline.id)) return null;
  const t = read.clock === 'free' ? scene.free : scene.position - clip.start;
  return {
    ...scene,
    timeline,
    position: groupTime(read, t, timeline.duration),
    key: `${scene.key}/${clip.id}`,
    within: [...scene.within, timeline.id],
  };
};

/** Every layer of a timeline that is on, bottom first. */
export const layersOf = (scene: Scene): FrameLayer[] =>
  scene.timeline.tracks.flatMap((track) =>
    clipsAt(track, scene.position).map((clip) => layerOf(clip, scene)),
  );

const innerLayers = (
  clip: CompiledClip,
  parameters: Readonly<Record<string, unknown>>,
  scene: Scene,
): FrameLayer[] => {
  const inner = innerScene(clip, parameters, scene);
  return inner ? layersOf(inner) : [];
};
