import { command, emptyPlan } from '../../core/playback/engine.ts';
import { frameAt } from '../../core/playback/frame-at.ts';
import { compileShow } from '../../core/show/compile.ts';
import type { CompiledShow } from '../../core/show/compiled.ts';
import type { ShowDocument } from '../../core/show/show.schema.ts';
import { median, mulberry, type Measurement } from './measure.ts';

/** A document of `tracks` × `clips` × `keys`, four keyed parameters a clip, every track on at every instant. */
export const bigShow = (tracks: number, clips: number, keys: number): CompiledShow => {
  const records: ShowDocument['records'] = {
    'show:bench': {
      title: { fr: 'Banc', en: 'Bench' },
      canvas: { width: 235, height: 62, density: 4 },
      facade: { path: 'facade.json' },
      defaultRig: 'rigs/two.json',
      main: 'timeline:main',
    },
    'timeline:main': { name: 'Main', duration: clips * 10 },
    'cue:one': { number: '1', name: { fr: 'Un', en: 'One' }, at: { timeline: 'timeline:main', position: 0 } },
  };
  const order: ShowDocument['order'] = { 'timeline:main': [] };
  const lane = (from: number) =>
    Array.from({ length: keys / 4 }, (_, index) => ({
      at: (index * 10) / (keys / 4),
      value: from + index,
      ease: 'in-out',
    }));
  for (let track = 0; track < tracks; track += 1) {
    order['timeline:main']?.push(`track:t${track}`);
    records[`track:t${track}`] = { name: `Track ${track}` };
    order[`track:t${track}`] = Array.from({ length: clips }, (_, clip) => {
      const keyframes = { x: lane(0), y: lane(5), scale: lane(1), rotation: lane(9) };
      records[`clip:t${track}-c${clip}`] = { layer: 'solid', start: clip * 10, duration: 10, keyframes };
      return `clip:t${track}-c${clip}`;
    });
  }
  return compileShow({ format: 'frise-show', schema: 1, records, order }, 1);
};

/** The least that the same answer could cost: a search in 50 starts a track and four in 5 keys, with a mix each. */
const referenceLoop = (tracks: number, at: number): number => {
  let sum = 0;
  for (let track = 0; track < tracks; track += 1) {
    for (let lane = 0; lane < 5; lane += 1) {
      let low = 0;
      let high = lane === 0 ? 50 : 5;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (middle * 10 <= at) low = middle + 1;
        else high = middle;
      }
      sum += low + (high - low) * (at % 1);
    }
  }
  return sum;
};

const timed = (run: (at: number) => void, duration: number, samples: number): number => {
  const random = mulberry(7);
  const costs: number[] = [];
  for (let index = 0; index < samples; index += 1) {
    const at = random() * duration;
    const from = performance.now();
    run(at);
    costs.push(performance.now() - from);
  }
  return median(costs.slice(samples / 5));
};

type Costs = { jump: number; next: number };
const FOLLOWING = 4;
/** Median ms of the frame at a random time, and of those that follow it at 60 Hz. */
const frameCosts = (show: CompiledShow, samples: number): Costs => {
  const started = command(show, emptyPlan(show, 0), { verb: 'go', args: {}, sender: 'bench' }, 0);
  if (!started.ok) throw new Error(started.message);
  const { plan } = started.value;
  const next: number[] = [];
  const duration = (show.timelines['timeline:main']?.duration ?? 1) - 1;
  const jump = timed((at) => void frameAt(show, plan, at), duration, samples);
  const random = mulberry(11);
  for (let index = 0; index < samples / FOLLOWING; index += 1) {
    const at = random() * duration;
    frameAt(show, plan, at);
    for (let step = 1; step <= FOLLOWING; step += 1) {
      const from = performance.now();
      frameAt(show, plan, at + step / 60);
      next.push(performance.now() - from);
    }
  }
  return { jump, next: median(next.slice(samples / 5)) };
};

/** Median ms of the frame at a random time. */
export const frameCost = (show: CompiledShow, samples: number): number => frameCosts(show, samples).jump;

export const measureFrameAt = (): Measurement[] => {
  const few = frameCosts(bigShow(200, 50, 20), 2000);
  const many = frameCosts(bigShow(200, 500, 20), 2000);
  const reference = timed((at) => void referenceLoop(200, at), 500, 4000);
  return [
    {
      name: 'frame-at',
      what: 'frameAt, 200 tracks × 50 clips × 20 keyframes, random times',
      value: few.jump,
      unit: 'ms',
      goal: { of: 'value', most: 0.5, why: 'a thirtieth of a frame at 60 Hz' },
      reference: { what: 'bare searches and mixes', value: reference },
      ratio: few.jump / reference,
    },
    {
      name: 'frame-at-growth',
      what: 'a frame that follows another, with 500 clips a track: what is off must cost next to nothing',
      value: many.next,
      unit: 'ms',
      goal: { of: 'ratio', most: 1.5, why: 'a search takes three more steps' },
      reference: { what: '50 clips a track', value: few.next },
      ratio: many.next / few.next,
    },
    {
      name: 'frame-at-jump',
      what: 'the first frame after a jump, with 500 clips a track',
      value: many.jump,
      unit: 'ms',
      goal: {
        of: 'value',
        most: 1,
        why: 'a sixteenth of a frame at 60 Hz: what 100,000 clips hold lies cold in memory',
      },
      reference: { what: '50 clips a track', value: few.jump },
      ratio: many.jump / few.jump,
    },
  ];
};
