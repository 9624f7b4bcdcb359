import type { TriggerRecord } from '../show/show.schema.ts';

/** What a learned trigger is before anything is known of it: whatever comes at its address is a GO. */
export const plainTrigger: TriggerRecord = {
  input: 'osc',
  address: '/',
  when: 'any',
  threshold: 0.5,
  hysteresis: 0.1,
  minInterval: 0,
  scale: null,
  verb: 'go',
  args: {},
};
