import type {
  InputStatus,
  OutputStatus,
  Pairing,
  ProjectorStatus,
  ShellReport,
  Status,
} from '../control/link.ts';
import type { PageFacts, ShellMachine } from '../control/report-facts.ts';
import type { Spare } from '../control/remote.topics.ts';
import type { LockTopic } from '../control/safety.topics.ts';
import type { TimecodeState } from '../control/timecode.topics.ts';
import type { Problem } from '../result.ts';
import type { PreflightSettings } from '../station/safety.schema.ts';

/** What the collectors found, all that a verdict stands on: a pre-flight is a pure function of it. */
export type Size = { width: number; height: number };
/** unknown: this system does not say, so a person has to look. */
export type Known = 'on' | 'off' | 'unknown';
export type MediaFact = {
  /** `media:film`. */
  id: string;
  path: string;
  /** Missing, unreadable, another file than the show was made with. */
  problem: Problem | null;
  /** What came of decoding it: null: nobody tried; '' it decodes; else why not. Fonts need no decoder. */
  decoded: string | null;
};
export type OutputFact = {
  /** `left`. */
  key: string;
  id: string;
  name: string;
  size: Size;
  refresh: number;
  status: OutputStatus | null;
  place: ShellReport['places'][number] | null;
  display: ShellReport['displays'][number] | null;
  /** null: its page has not told. */
  page: PageFacts | null;
  /** null: not watched yet. */
  frames: { seconds: number; fps: number; late: number; wasLost: boolean } | null;
};
type SoundFact = {
  hasSound: boolean;
  leader: string | null;
  state: string;
  device: string | null;
  isLoading: boolean;
  isPlaying: boolean;
  problems: Problem[];
  /** dBFS, the loudest of the run. */
  peak: number | null;
};
export type CameraFact = {
  /** The live input, as the show says it. */
  input: string;
  /** null: this station has no device for it. */
  device: string | null;
  /** null: no page has been told which devices there are. */
  isThere: boolean | null;
  /** What the outputs say of it now; null: nothing, or all is well. */
  problem: Problem | null;
};
export type SystemFact = {
  /** Bytes; null: could not be read. */
  diskFree: number | null;
  memoryFree: number;
  sleep: Known;
  screensaver: Known;
  nightLight: Known;
  /** `on`: the desktop behind the windows is something else than black. */
  desktop: Known;
  clock: 'synchronised' | 'adrift' | 'unknown';
  notifications: Known;
  /** `on`: the system may install updates, and start anew, by itself. */
  updates: Known;
  /** `on`: after a power cut the account logs in by itself. */
  login: Known;
  /** `on`: Frise starts with the desktop, by what the package brings for it. */
  autostart: Known;
};
/** What the system itself can be asked. */
export type SystemSaid = Omit<SystemFact, 'diskFree' | 'memoryFree'>;
export type PreflightFacts = {
  settings: PreflightSettings;
  /** ISO UTC of the moment that ages are measured from. */
  now: string;
  documents: Problem[];
  unsaved: Problem[];
  media: MediaFact[];
  canvas: { show: Size; rig: Size };
  hasShell: boolean;
  outputs: OutputFact[];
  sound: SoundFact;
  /** Of the inputs that the show’s clips ask for. */
  cameras: CameraFact[];
  clock: Status['clock'];
  inputs: InputStatus[];
  timecode: TimecodeState;
  projectors: ProjectorStatus[];
  system: SystemFact;
  machine: ShellMachine | null;
  lock: LockTopic;
  isFrozen: boolean;
  patterned: string[];
  master: Status['master'];
  pairing: Pairing;
  spare: Spare | null;
  /** Names of the hosts that follow this one. */
  followers: string[];
  /** Whether the follower that is set up answered; null: none is. */
  followerAnswers: boolean | null;
};
