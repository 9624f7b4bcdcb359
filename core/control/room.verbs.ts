import { deskVerbs } from './desk.verbs.ts';
import { levelsVerbs } from './levels.verbs.ts';
import { remoteVerbs } from './remote.verbs.ts';
import { safetyVerbs } from './safety.verbs.ts';
import { soundVerbs } from './sound.verbs.ts';
import { standbyVerbs } from './standby.verbs.ts';
import { versionVerbs } from './version.verbs.ts';
import { timecodeVerbs } from './timecode.verbs.ts';

/** The part of the contract that the host's rooms answer. */
export const roomVerbs = {
  ...deskVerbs,
  ...timecodeVerbs,
  ...levelsVerbs,
  ...soundVerbs,
  ...safetyVerbs,
  ...remoteVerbs,
  ...standbyVerbs,
  ...versionVerbs,
} as const;
