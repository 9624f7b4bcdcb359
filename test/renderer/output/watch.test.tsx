import { expect, it } from 'vitest';
import { createWatch } from '../../../renderer/output/watch.ts';

const drawn = (drawnAt: number, frame = 0) => ({
  clock: drawnAt,
  position: null,
  plan: 1,
  frame,
  drawnAt,
  rig: 0,
});
const lost = { code: 'gpu-lost', message: 'lost', path: '' };

it('counts the frames of the last two seconds as they are now, not as they were at the last frame', () => {
  const watch = createWatch();
  for (let i = 0; i < 300; i += 1) watch.drawn(drawn(i / 60, i), 0, 60);
  expect(watch.summary(299 / 60)).toMatchObject({ fps: 60, frame: 299 });
  expect(watch.summary(299 / 60 + 1).fps).toBe(30);
  expect(watch.summary(299 / 60 + 10)).toMatchObject({ fps: 0, frame: 299 });
});
it('a clock that begins anew leaves nothing of the old one in the count', () => {
  const watch = createWatch();
  for (let i = 0; i < 120; i += 1) watch.drawn(drawn(1000 + i / 60), 0, 60);
  watch.drawn(drawn(0.5), 0, 60);
  expect(watch.summary(0.5).fps).toBe(0.5);
});
it('counts 240 Hz', () => {
  const watch = createWatch();
  for (let i = 0; i < 2000; i += 1) watch.drawn(drawn(i / 240), 0, 240);
  expect(watch.summary(1999 / 240).fps).toBe(240);
});
it('a problem that is over is no longer told; another stays', () => {
  const watch = createWatch();
  watch.report(lost);
  expect(watch.summary(0).error).toEqual(lost);
  watch.clear('gpu-lost');
  expect(watch.summary(0).error).toBeNull();
  watch.report({ ...lost, code: 'shader-failed' });
  watch.clear('gpu-lost');
  expect(watch.summary(0).error?.code).toBe('shader-failed');
});
