import type { Problem } from '../../core/result.ts';
import { after } from '../link/clock.ts';
import type { Link } from '../link/link.ts';
import type { Device } from './device.ts';
import type { Engine } from './engine.ts';

/** Tells the host each second how the sound is, and asks to lead the clock while it plays. */
export const startReporting = (
  link: Link,
  device: Device,
  engine: Engine,
  page: string,
  /** Of what else the page holds. */
  problems: () => Problem[],
): (() => void) => {
  let beats = 0;
  let cancel: () => void = () => undefined;
  const beat = async (): Promise<void> => {
    beats += 1;
    if (beats % 2 === 1) await link.verb('sound/lease', { page });
    report(link, device, engine, problems());
    cancel = after(1000, () => void beat());
  };
  void beat();
  return () => cancel();
};
const stateOf = (device: Device, engine: Engine): 'running' | 'suspended' | 'closed' | 'loading' => {
  const { state } = device.context;
  if (state === 'closed') return 'closed';
  if (state !== 'running') return 'suspended';
  return engine.library.loading() ? 'loading' : 'running';
};
const report = (link: Link, device: Device, engine: Engine, others: Problem[]): void => {
  const state = stateOf(device, engine);
  const suspended = {
    code: 'sound-suspended',
    message: 'The browser holds the sound back. Press “Start sound” on the sound page.',
    path: '/audio',
  };
  link.report({
    kind: 'audio',
    state,
    rate: engine.rate(),
    offsetMs: engine.offsetMs(),
    playing: engine.isPlaying(),
    loading: engine.library.loading(),
    problems: [
      ...(state === 'suspended' ? [suspended] : []),
      ...engine.library.problems(),
      ...device.problems(),
      ...others,
    ],
    peak: device.peak(),
    ...device.is(),
  });
};
