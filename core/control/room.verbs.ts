import { deskVerbs } from './desk.verbs.ts';
import { diskVerbs } from './disk.verbs.ts';
import { exportVerbs } from './export.verbs.ts';
import { draftVerbs } from './draft.verbs.ts';
import { historyVerbs } from './history.verbs.ts';
import { levelsVerbs } from './levels.verbs.ts';
import { mediaVerbs } from './media.verbs.ts';
import { peopleVerbs } from './people.verbs.ts';
import { releasesVerbs } from './releases.verbs.ts';
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
  ...releasesVerbs,
  ...standbyVerbs,
  ...exportVerbs,
  ...draftVerbs,
  ...mediaVerbs,
  ...versionVerbs,
  ...diskVerbs,
  ...peopleVerbs,
  ...historyVerbs,
} as const;
