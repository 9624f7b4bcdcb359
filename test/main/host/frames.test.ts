import { expect, it } from 'vitest';
import { watchFrames } from '../../../main/host/preflight/frames.ts';

const output = (overrides = {}) => ({
  id: 'left',
  name: 'Left',
  connected: true,
  fps: 60,
  late: 100,
  frame: 0,
  error: null,
  ...overrides,
});
const never = (): number => 0;

it('counts frames that came late meanwhile, not before', () => {
  const watch = watchFrames();
  for (const late of [100, 100, 130, 157]) watch.look([output({ late })], never);
  expect(watch.found(3).get('left')).toEqual({ seconds: 3, fps: 60, late: 57, wasLost: false });
});
it('a page that came back counts anew, and was lost', () => {
  const watch = watchFrames();
  watch.look([output({ late: 100 })], never);
  watch.look([output({ late: 0, connected: false, fps: 0 })], never);
  watch.look([output({ late: 4 })], never);
  expect(watch.found(2).get('left')).toMatchObject({ late: 4, wasLost: true });
});
it('one that was gone and back between two looks was lost', () => {
  const watch = watchFrames();
  watch.look([output({ late: 0 })], () => 2);
  watch.look([output({ late: 3 })], () => 2);
  expect(watch.found(1).get('left')).toMatchObject({ wasLost: false });
  watch.look([output({ late: 0 })], () => 3);
  expect(watch.found(2).get('left')).toMatchObject({ wasLost: true });
});
it('leaves out the first two seconds of a page’s own rate', () => {
  const watch = watchFrames();
  for (const fps of [10, 30, 60, 60, 60]) watch.look([output({ fps })], never);
  expect(watch.found(4).get('left')?.fps).toBe(60);
});
it('an output that nobody opened is not watched', () => {
  const watch = watchFrames();
  watch.look([output({ connected: false })], never);
  expect(watch.found(1).has('left')).toBe(false);
});
