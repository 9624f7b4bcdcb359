import { chase, unchase } from './chase.ts';
import { armCue, skipCue } from './cue-marks.ts';
import { cueGo, go } from './go.ts';
import { endRehearsal, rehearse } from './rehearse.ts';
import type { Handler } from './scene.ts';
import { soundCommands } from './sound.ts';
import {
  back,
  blackout,
  master,
  panic,
  pause,
  reset,
  resume,
  seek,
  standby,
  stop,
  timelineStart,
  timelineStop,
} from './transport.ts';

/** One function a verb of playback. `chase` and `unchase` are no verbs of the table: the timecode room alone asks so. */
export const handlers: Record<string, Handler> = {
  go,
  back,
  standby,
  'cue/go': cueGo,
  'cue/arm': armCue,
  'cue/skip': skipCue,
  rehearse,
  'rehearse/end': endRehearsal,
  chase,
  unchase,
  pause,
  resume,
  stop,
  seek,
  panic,
  master,
  blackout,
  'timeline/start': timelineStart,
  'timeline/stop': timelineStop,
  reset,
  ...soundCommands,
};
