import { modelOf } from '../../core/facade/model-of.ts';
import { nameOf } from '../../core/ids.ts';
import { NO_LINE_UP } from '../../core/control/line-up.ts';
import { advance, command, emptyPlan } from '../../core/playback/engine.ts';
import { frameAt } from '../../core/playback/frame-at.ts';
import type { Plan } from '../../core/playback/plan.ts';
import { compileRig } from '../../core/rig/rig.document.ts';
import { compileShow } from '../../core/show/compile.ts';
import type { CompiledShow } from '../../core/show/compiled.ts';
import { openedDocuments } from '../render/documents.ts';
import { createLookAhead } from '../output/look-ahead.ts';
import { createPace } from '../output/pace.ts';
import { outputPicture } from '../output/picture.ts';
import { startLoop } from '../stage/loop.ts';
import { createRenderer } from '../stage/renderer.ts';
import { createStage } from '../stage/stage.ts';

/**
 * Script of the frames of a passage as an output's page draws it, live: `frameAt` and the stage, frame by frame at 60 Hz
 * of the show's own time, however long each takes here. What is ahead is made ready between them as on that page.
 */
export type FramesJob = {
  show: string;
  facade: string;
  rig: string;
  output: string;
  from: number;
  seconds: number;
  /** Seconds after `from` → cue; null: the next one. */
  presses: [at: number, cue: string | null][];
};
/** Milliseconds of each frame's script. `drawn`: what the stage holds at the end. */
export type FramesBench = { ms: number[]; drawn: { layers: number; textures: number; geometries: number } };

const HZ = 60;
/** Seconds that run before the passage: what a seek costs is not what a frame costs. */
const LEAD = 2.5;

export const benchFrames = (job: FramesJob, now: () => number): Promise<FramesBench> => {
  const documents = openedDocuments({ show: job.show, facade: job.facade, rig: job.rig, variant: null });
  if (!documents.rig) throw new Error('rig-missing: the bench draws an output of a rig');
  const show = compileShow(documents.show, 1);
  const facade = modelOf(documents.facade);
  const failed = (error: unknown): never => {
    throw error;
  };
  const report = ({ message }: { message: string }): void => failed(new Error(message));
  const renderer = createRenderer(document.createElement('canvas'), report);
  const { canvas, seed, language } = show.show;
  const mediaUrl = (id: string): string => `/media/${nameOf(id)}`;
  const stage = createStage({ renderer, facade, canvas, seed, language, mediaUrl, mode: 'live', report });
  const picture = outputPicture(
    renderer,
    compileRig(documents.rig),
    facade,
    job.output,
    canvas,
    null,
    'live',
  );
  if (!picture) throw new Error(`output-missing: the rig has no output "${job.output}"`);
  const planAt = playedFrom(show, job);
  const look = createLookAhead(failed);
  const pace = createPace(renderer.getContext());
  const ms: number[] = [];
  return new Promise((resolve, reject) => {
    let step = 0;
    const stop = startLoop(() => {
      if (!pace.isFree()) return;
      const clock = step / HZ;
      const plan = planAt(clock);
      performance.mark('frame');
      const from = now();
      stage.draw(frameAt(show, plan, clock), picture.region, picture.target);
      const took = now() - from;
      performance.mark('drawn');
      picture.render(step);
      pace.submitted();
      look(stage, { show, incoming: null, plans: [plan], live: [], lineUp: NO_LINE_UP }, clock, clock);
      if (clock >= LEAD) ms.push(took);
      step += 1;
      if (clock < LEAD + job.seconds) return;
      stop();
      const { textures, geometries } = renderer.info.memory;
      const { layers } = stage.info;
      stage.dispose();
      picture.dispose();
      renderer.dispose();
      resolve({ ms, drawn: { layers, textures, geometries } });
    }, reject);
  });
};

/** The plan in force at a clock time of the passage, which begins `LEAD` after 0. */
const playedFrom = (show: CompiledShow, { from, presses }: FramesJob): ((clock: number) => Plan) => {
  const told = (plan: Plan, verb: string, args: Record<string, unknown>, at: number): Plan => {
    const result = command(show, plan, { verb, args, sender: 'bench' }, at);
    if (!result.ok) throw new Error(`${verb}: ${result.message}`);
    return result.value.plan;
  };
  const started = told(emptyPlan(show, 0), 'go', {}, 0);
  let plan = told(started, 'seek', { position: Math.max(0, from - LEAD) }, 0);
  const left = presses.map(([at, cue]) => ({ at: at + LEAD, cue }));
  return (clock) => {
    for (let next = left[0]; next && next.at <= clock; next = left[0]) {
      plan = advance(show, plan, next.at).plan;
      plan =
        next.cue === null ? told(plan, 'go', {}, next.at) : told(plan, 'cue/go', { cue: next.cue }, next.at);
      left.shift();
    }
    plan = advance(show, plan, clock).plan;
    return plan;
  };
};
