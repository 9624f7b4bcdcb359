import { amplitudeOf, outputsOf } from '../layers/sound.ts';
import { groupRate } from '../layers/group.ts';
import type { CompiledClip, CompiledShow } from '../show/compiled.ts';
import { excerptsAt, withExcerpts } from './excerpts.ts';
import { fadeOf } from './fades.ts';
import { goingOn, type Heard } from './going-on.ts';
import type { Frame, FrameGroup, FrameSound } from './frame.ts';
import { clipsAt, innerScene, layersOf, parametersAt, type Scene } from './layer-at.ts';
import { overridesAt, type LiveSample, type Override } from './live.ts';
import { showOf } from './outgoing.ts';
import type { Plan } from './plan.ts';
import { lightAt, resolve, soundLevelAt, type ResolvedPlayback } from './resolve.ts';
import { hushAt } from './sound.ts';

export { clipsAt } from './layer-at.ts';
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

const sceneOf = (show: CompiledShow, one: ResolvedPlayback, overrides: Override[]): Scene | null => {
  const timeline = show.timelines[one.playback.timeline];
  if (!timeline) return null;
  const { position, free, playback } = one;
  return { show, timeline, position, overrides, key: playback.id, free, within: [timeline.id] };
};

const groupsOf = (show: CompiledShow, one: ResolvedPlayback, overrides: Override[]): FrameGroup[] => {
  const scene = sceneOf(show, one, overrides);
  const isOverlay = one.playback.role === 'overlay';
  const group: FrameGroup = {
    key: one.playback.id,
    timeline: one.playback.timeline,
    mix: isOverlay ? 'over' : 'cross',
    blend: isOverlay ? (scene?.timeline.blend ?? 'normal') : 'normal',
    weight: one.weight,
    layers: scene ? layersOf(scene) : [],
  };
  const shown = scene ? excerptsAt(show, scene.timeline, one.position) : [];
  if (!scene || shown.length === 0) return [group];
  return withExcerpts(group, shown, ({ key, timeline, position, without }) =>
    layersOf({
      ...scene,
      timeline,
      position,
      key: `${scene.key}/${key}`,
      within: [...scene.within, timeline.id],
    }).filter(({ clip }) => !without.includes(clip)),
  );
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
    const scene = sceneOf(showOf(show, plan, one.playback), one, overrides);
    if (!scene) return [];
    const { anchor, outgoing: isOutgoing } = one.playback;
    const loud = level * hushAt(resolved.plan, one.playback, now);
    return soundsIn(scene, anchor.running ? anchor.rate : 0, loud).map((sound) => ({
      sound,
      share: share.get(one.playback.id) ?? 0,
      isOutgoing,
    }));
  });
  return goingOn(heard);
};

/** What sounds on a timeline and in the groups on it, which run at their own rate and fade with their clip. */
const soundsIn = (scene: Scene, rate: number, level: number): FrameSound[] => [
  ...scene.timeline.sounds.flatMap((track) =>
    clipsAt(track, scene.position).map((clip) => soundOf(clip, scene, rate, level)),
  ),
  ...scene.timeline.groups.flatMap((track) =>
    clipsAt(track, scene.position).flatMap((clip) => {
      const at = scene.position - clip.start;
      const parameters = parametersAt(clip, clip, '', at, scene);
      const inner = innerScene(clip, parameters, scene);
      return inner ? soundsIn(inner, rate * groupRate(parameters), level * fadeOf(clip, at)) : [];
    }),
  ),
];

/** Where a clip that says nothing is heard. */
const MAIN_PAIR = [1, 2];

const soundOf = (clip: CompiledClip, scene: Scene, rate: number, level: number): FrameSound => {
  const at = scene.position - clip.start;
  const parameters = parametersAt(clip, clip, '', at, scene);
  const number = (param: string, otherwise: number): number => {
    const value = parameters[param];
    return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
  };
  const own = Math.max(0, number('gain', 1)) * amplitudeOf(number('gainDb', 0));
  const outputs = typeof parameters['channels'] === 'string' ? outputsOf(parameters['channels']) : [];
  return {
    key: `${scene.key}/${clip.id}`,
    clip: clip.id,
    media: typeof parameters['media'] === 'string' ? parameters['media'] : '',
    offset: number('offset', 0) + at,
    rate,
    gain: own * fadeOf(clip, at) * level,
    outputs: outputs.length > 0 ? outputs : MAIN_PAIR,
    pan: Math.min(1, Math.max(-1, number('pan', 0))),
  };
};
