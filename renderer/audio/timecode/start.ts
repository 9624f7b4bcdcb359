import type { Problem } from '../../../core/result.ts';
import type { Link } from '../../link/link.ts';
import { createDeviceClock } from '../device-clock.ts';
import type { Device } from '../device.ts';
import { createContextTime } from './context-time.ts';
import { startInputs } from './inputs.ts';
import { openWebMidi, type MidiPort } from './midi-port.ts';
import { startOutputs } from './outputs.ts';

/** Time code and MIDI of the sound page, which alone can hold their devices. */
export interface Timecode {
  /** What goes out and can't. */
  problems(): Problem[];
}

export const startTimecode = (
  link: Link,
  device: Device,
  openMidi: () => Promise<MidiPort> = openWebMidi,
): Timecode => {
  const clock = createDeviceClock();
  const { context } = device;
  const time = createContextTime(context, clock);
  device.onTick(time.observe);
  context.addEventListener('statechange', () => clock.reset());
  startInputs({ link, context, time, openMidi });
  return startOutputs({ link, context, time, openMidi, onTick: device.onTick });
};
