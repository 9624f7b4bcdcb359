import { amplitudeOf, outputsOf } from '../layers/sound.ts';
import type { CompiledClip, CompiledShow, CompiledTimeline, CompiledTrack } from '../show/compiled.ts';
import { countUpTo, valueAt } from './ease.ts';
import { excerptsAt, withExcerpts } from './excerpts.ts';
import { fadeOf } from './fades.ts';
import { followedAt } from './follow.ts';
import type { Frame, FrameEffect, FrameGroup, FrameLayer, FrameSound } from './frame.ts';
import { overridesAt, type LiveSample, type Override } from './live.ts';
import { showOf } from './outgoing.ts';
import type { Plan } from './plan.ts';
import { lightAt, resolve, soundLevelAt, type ResolvedPlayback } from './resolve.ts';
import { goingOn, type Heard } from './going-on.ts';
import { hushAt } from './sound.ts';

export { planAt } from './resolve.ts';

/**
 * The picture as data: a pure function of show, plan, clock time and live samples (principle 1). Costs a binary search a track and
 * the lanes of what is on; clips that are off cost nothing.
 */
export const frameAt = (
  show: CompiledShow,
  plan: Plan,
  now: number,
  live: readonly LiveSample[] = [],
): Frame => {
  const resolved = resolve(show, plan, now);
  const overrides = overridesAt(live, now);
  const main = resolved.playbacks.find(({ playback }) => playback.role === 'main');
  return {
    at: now,
    plan: plan.id,
    position: main?.position ?? null,
    light: lightAt(resolved.plan, now),
    groups: resolved.playbacks.flatMap((one) => groupsOf(showOf(show, plan, one.playback), one, overrides)),
  };
};

const groupsOf = (show: CompiledShow, one: ResolvedPlayback, overrides: Override[]): FrameGroup[] => {
  const timeline = show.timelines[one.playback.timeline];
  const isOverlay = one.playback.role === 'overlay';
  const group: FrameGroup = {
    key: one.playback.id,
    timeline: one.playback.timeline,
    mix: isOverlay ? 'over' : 'cross',
    blend: isOverlay ? (timeline?.blend ?? 'normal') : 'normal',
    weight: one.weight,
    layers: timeline ? layersOf(one, { show, timeline, position: one.position, overrides }) : [],
  };
  const shown = timeline ? excerptsAt(show, timeline, one.position) : [];
  if (shown.length === 0) return [group];
  return withExcerpts(group, shown, (excerpt) =>
    layersOf(
      { ...one, playback: { ...one.playback, id: `${one.playback.id}/${excerpt.key}` } },
      { show, timeline: excerpt.timeline, position: excerpt.position, overrides },
    ).filter(({ clip }) => !excerpt.without.includes(clip)),
  );
};

const layersOf = (one: ResolvedPlayback, scene: Scene): FrameLayer[] =>
  scene.timeline.tracks.flatMap((track) =>
    clipsAt(track, scene.position).map((clip) => layerOf(one, clip, scene)),
  );

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
type Scene = { show: CompiledShow; timeline: CompiledTimeline; position: number; overrides: Override[] };

type Moving = Pick<CompiledClip, 'parameters' | 'keyed' | 'followed'>;
/** `prefix`: what stands before the parameter's own name in a channel, "" or "blur.". */
const parametersAt = (
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
const effectsOf = (one: ResolvedPlayback, clip: CompiledClip, at: number, scene: Scene) => {
  if (clip.effects.length === 0) return NO_EFFECTS;
  return clip.effects.map((effect): FrameEffect => {
    const { matte } = effect;
    const isOn = matte !== null && scene.position >= matte.start && scene.position < matte.end;
    return {
      id: effect.id,
      type: effect.type,
      parameters: parametersAt(effect, clip, `${effect.id}.`, at, scene),
      matte: isOn ? layerOf(one, matte, scene) : null,
    };
  });
};

const layerOf = (one: ResolvedPlayback, clip: CompiledClip, scene: Scene): FrameLayer => {
  const at = scene.position - clip.start;
  const parameters = parametersAt(clip, clip, '', at, scene);
  return {
    key: `${one.playback.id}/${clip.id}`,
    clip: clip.id,
    type: clip.layer,
    position: at,
    free: one.free,
    duration: clip.duration,
    opacity: factor(parameters['opacity'], clip.opacity) * fadeOf(clip, at),
    blend: clip.blend,
    region: clip.region,
    parameters,
    effects: effectsOf(one, clip, at, scene),
  };
};

/**
 * Weight of each playback of main's lineage in the mixture, Σ = 1 once anything covers: for sound its square root is
 * taken, so that a cross-fade of two unrelated tracks keeps its power.
 */
const shares = (playbacks: ResolvedPlayback[]): Map<string, number> => {
  const result = new Map<string, number>();
  let above = 1;
  for (const one of playbacks.toReversed()) {
    const isOverlay = one.playback.role === 'overlay';
    result.set(one.playback.id, isOverlay ? one.weight : one.weight * above);
    if (!isOverlay) above *= 1 - one.weight;
  }
  return result;
};

/** What sounds at a clock time. A playback that stands still gives rate 0: silence, with its place kept. */
export const soundsAt = (
  show: CompiledShow,
  plan: Plan,
  now: number,
  live: readonly LiveSample[] = [],
): FrameSound[] => {
  const resolved = resolve(show, plan, now);
  const overrides = overridesAt(live, now);
  const level = soundLevelAt(resolved.plan, now);
  const share = shares(resolved.playbacks);
  const heard = resolved.playbacks.flatMap((one): Heard[] => {
    const own = showOf(show, plan, one.playback);
    const timeline = own.timelines[one.playback.timeline];
    if (!timeline) return [];
    const scene = { show: own, timeline, position: one.position, overrides };
    const loud = level * hushAt(resolved.plan, one.playback, now);
    const { outgoing: isOutgoing } = one.playback;
    return timeline.sounds.flatMap((track) =>
      clipsAt(track, one.position).map((clip) => ({
        sound: soundOf(one, clip, scene, loud),
        share: share.get(one.playback.id) ?? 0,
        isOutgoing,
      })),
    );
  });
  return goingOn(heard);
};

/** Where a clip that says nothing is heard. */
const MAIN_PAIR = [1, 2];

const soundOf = (one: ResolvedPlayback, clip: CompiledClip, scene: Scene, level: number): FrameSound => {
  const at = one.position - clip.start;
  const parameters = parametersAt(clip, clip, '', at, scene);
  const number = (param: string, otherwise: number): number => {
    const value = parameters[param];
    return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
  };
  const own = Math.max(0, number('gain', 1)) * amplitudeOf(number('gainDb', 0));
  const outputs = typeof parameters['channels'] === 'string' ? outputsOf(parameters['channels']) : [];
  return {
    key: `${one.playback.id}/${clip.id}`,
    clip: clip.id,
    media: typeof parameters['media'] === 'string' ? parameters['media'] : '',
    offset: number('offset', 0) + at,
    rate: one.playback.anchor.running ? one.playback.anchor.rate : 0,
    gain: own * fadeOf(clip, at) * level,
    outputs: outputs.length > 0 ? outputs : MAIN_PAIR,
    pan: Math.min(1, Math.max(-1, number('pan', 0))),
  };
};
