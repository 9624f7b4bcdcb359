import { expect, it, vi } from 'vitest';
import type { Topics } from '../../../core/control/link.ts';
import { emptyPlan } from '../../../core/playback/engine.ts';
import type { Link } from '../../../renderer/link/link.ts';
import { silentWhile, withTopics } from '../../../renderer/link/other-topics.ts';
import { makeShow } from '../../support/core/show.ts';

/** Only topics are asked of it. */
const linkOf = (topics: Partial<Topics>): Link =>
  ({
    get: (topic: keyof Topics) => topics[topic],
    subscribe(topic: keyof Topics, listener: (value: unknown) => void) {
      if (topics[topic] !== undefined) listener(topics[topic]);
      return () => undefined;
    },
  }) as unknown as Link;

it('hears no plan while it is silent, and the plan again afterwards', () => {
  const plans = [emptyPlan(makeShow(), 0)];
  let isSilent = true;
  const link = silentWhile(linkOf({ plans }), () => isSilent);
  const heard = vi.fn<(value: Topics['plans']) => void>();
  link.subscribe('plans', heard);
  expect(link.get('plans')).toEqual([]);
  expect(heard).toHaveBeenCalledWith([]);
  isSilent = false;
  expect(link.get('plans')).toBe(plans);
});

it('leaves every other topic as it is, also one that has not come', () => {
  const sound: Topics['sound'] = {
    leader: null,
    state: 'none',
    loading: null,
    device: null,
    devices: [],
    channels: 2,
    peak: null,
  };
  const link = withTopics(linkOf({ sound }), { plans: () => [] });
  expect(link.get('sound')).toBe(sound);
  expect(link.get('plans')).toBeUndefined();
});
