import { cueOf, readCue, readNumber } from '../osc/read.ts';
import type { OscArg, OscMessage } from '../osc/packet.ts';

/**
 * A dialect reads what one maker's desks say in their own words (FIELD §1) as verbs of the contract. Pure: message,
 * settings and what the show has go in; what to do, or why nothing is done, comes out. It never guesses: a word that it
 * does not know is left to the show's triggers.
 */
export const dialectNames = ['eos', 'grandma3', 'magicq', 'hog4', 'qlcplus', 'qlab'] as const;
export type DialectName = (typeof dialectNames)[number];

/** What a dialect may ask of the show. */
export type DeskShow = {
  /** Cue number, "12.5" → whether the show has it. */
  hasCue(number: string): boolean;
  current: string | null;
  /** The cue with a place next to the standby; null: none. */
  neighbour(direction: 'next' | 'previous'): string | null;
  /** Names of the overlays that a cue without a place starts. */
  overlaysOf(number: string): string[];
};
export type DialectSettings = {
  /** Only this cue list, playback or sequence; '': all. */
  cueList: string;
  patch: { universe: number; channel: number };
  threshold: number;
  hysteresis: number;
};
export type DeskVerb = { verb: string; args: Record<string, string | number | boolean> };
export type DialectSays =
  | { kind: 'verbs'; verbs: DeskVerb[] }
  /** To be sent back to whoever asked. */
  | { kind: 'answer'; message: OscMessage }
  /** Understood, and nothing to be done: why, for people. */
  | { kind: 'nothing'; why: string };
/** What was pressed, by QLC+ channel; the same object as long as nothing changed. */
export type LevelState = ReadonlyMap<string, boolean>;
/** `parts`: the address without prefix and without its first slash, as it came. */
export type Heard = {
  parts: readonly string[];
  message: OscMessage;
  settings: DialectSettings;
  show: DeskShow;
};
/** null: not a word of this desk. */
export type Dialect = (heard: Heard) => DialectSays | null;

export const verb = (name: string, args: DeskVerb['args'] = {}): DialectSays => ({
  kind: 'verbs',
  verbs: [{ verb: name, args }],
});
export const nothing = (why: string): DialectSays => ({ kind: 'nothing', why });

/** A button: nothing, an impulse or a number that is not 0 is a press; 0 and false are its release. */
export const isPressed = (arg: OscArg | undefined): boolean =>
  arg === undefined || (arg.type !== 'F' && readNumber(arg) !== 0);
export const pressed = (arg: OscArg | undefined, name: string, args: DeskVerb['args'] = {}): DialectSays =>
  isPressed(arg) ? verb(name, args) : nothing('button released');

/** Seconds of fade behind a cue; anything else there says nothing about fades. */
const fadeOf = (arg: OscArg | undefined): { fade?: number } => {
  const seconds = arg === undefined || arg.type === 'T' || arg.type === 'F' ? null : readNumber(arg);
  return seconds === null || seconds < 0 || seconds > 3600 ? {} : { fade: seconds };
};

/** Fires a cue of the show; a lighting cue without a counterpart here is the normal case and no fault. */
export const fire = (show: DeskShow, cue: string | null, fade?: OscArg): DialectSays | null => {
  if (cue === null) return null;
  return show.hasCue(cue) ? verb('cue/go', { cue, ...fadeOf(fade) }) : nothing(`no cue ${cue} in this show`);
};
export const cueInPart = (part: string | undefined): string | null =>
  part === undefined ? null : cueOf(part);
export const cueInArgument = (arg: OscArg | undefined): string | null =>
  arg === undefined ? null : readCue(arg);

/** Decimals compare as numbers: list "1" is list "01". */
export const isListened = ({ cueList }: DialectSettings, list: string | undefined): boolean =>
  cueList === '' || (list !== undefined && cueOf(list) === cueOf(cueList));
export const otherList = (list: string | undefined): DialectSays =>
  nothing(`list ${list ?? '?'} is not listened to`);

/** A level, 0–1, from a number that runs to `full`. */
export const level = (arg: OscArg | undefined, full: number): number | null => {
  const value = arg === undefined ? null : readNumber(arg);
  return value === null ? null : Math.min(1, Math.max(0, value / full));
};
