import { cueOfNumber, still, textOf, type Handler, type Scene } from './scene.ts';
import { placedAfter } from './cue-order.ts';
import { withBoundary, type Step } from './fire.ts';
import { markedShow } from './marked.ts';
import type { Plan, Playback } from './plan.ts';
import { anchored, rawPositionAt } from './position.ts';
import type { Result } from '../result.ts';

/** Cues armed or skipped for this session, over what the document says (playback.spec.md). Code: unknown-cue. */
type Mark = Plan['marks'][string];

const marked = (scene: Scene, number: string, change: Mark): Result<Step> => {
  const found = cueOfNumber(scene, number);
  if (!found.ok) return found;
  const { id } = found.value;
  const { plan, now } = scene;
  const marks = { ...plan.marks, [id]: { ...plan.marks[id], ...change } };
  const show = markedShow(scene.show, { marks });
  const cue = show.cueById[id];
  const isOut = cue?.disarmed === true;
  return still({
    ...plan,
    marks,
    standby: plan.standby === id && (isOut || cue?.skip) ? placedAfter(show, id) : plan.standby,
    armed: isOut && plan.armed?.cue === id ? null : plan.armed,
    waiting: isOut ? plan.waiting.filter((one) => one.cue !== id) : plan.waiting,
    playbacks: plan.playbacks.map((one) => (one.anchor.running ? lookedUp(show, one, now) : one)),
  });
};

const lookedUp = (show: Scene['show'], playback: Playback, now: number): Playback =>
  withBoundary(show, anchored(playback, now, rawPositionAt(playback, now), true));

export const armCue: Handler = (scene, args) =>
  marked(scene, textOf(args, 'cue') ?? '', { armed: args['armed'] === true });

export const skipCue: Handler = (scene, args) =>
  marked(scene, textOf(args, 'cue') ?? '', { skip: args['skip'] === true });
