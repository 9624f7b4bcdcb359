import type { OscArg } from '../osc/packet.ts';
import { float32Decimal, textOf } from '../osc/read.ts';
import { cueInPart, fire, isListened, level, nothing, otherList, pressed, verb } from './dialect.ts';
import type { Dialect, DialectSays, Heard } from './dialect.ts';

/**
 * Hog 4: `/hog/playback/<what>/<kind>` with `list` or `list.cue`, in the argument as the manual has it or in the path as
 * some controllers send it. Kind 0 is a cue list; scenes and macros have no counterpart. As a float `1.10` is 1.1, cue 1;
 * a desk with ten cues sends a text, where it is cue 10.
 */
export const hog4: Dialect = (heard) => {
  const [first, second] = heard.parts.map((part) => part.toLowerCase());
  if (first !== 'hog') return null;
  if (second === 'playback') return playback(heard);
  return second === 'hardware' ? hardware(heard) : null;
};

const playback = (heard: Heard): DialectSays | null => {
  const { parts, message, settings, show } = heard;
  const [does = '', kind, inPath] = parts.slice(2);
  if (kind === undefined || parts.length > 5) return null;
  if (kind !== '0') return nothing('scenes and macros have no counterpart');
  const [number, ...behind] =
    inPath === undefined ? [written(message.args[0]), ...message.args.slice(1)] : [inPath, ...message.args];
  const target = number === null || typeof number !== 'string' ? null : split(number);
  if (target === null) return null;
  if (!isListened(settings, target.list)) return otherList(target.list);
  switch (does.toLowerCase()) {
    case 'go': {
      const fade = behind[0];
      if (target.cue === null) return verb('go');
      return fire(show, cueInPart(target.cue), typeof fade === 'object' && fade !== null ? fade : undefined);
    }
    case 'halt':
      return verb('pause');
    case 'resume':
      return verb('resume');
    case 'release':
      return verb('stop');
    default:
      return null;
  }
};

/** The number as it is written: the dot parts list and cue, so it must not go through arithmetic. */
const written = (arg: OscArg | undefined): string | null =>
  arg === undefined ? null : arg.type === 'f' ? String(float32Decimal(arg.value) ?? '') : textOf(arg);

/** `3` → list 3; `3.1.5` → list 3, cue 1.5. */
const split = (text: string): { list: string; cue: string | null } | null => {
  const found = /^(\d{1,6})(?:\.(\d{1,6}(?:\.\d{1,4})?))?$/.exec(text.trim());
  return found?.[1] === undefined ? null : { list: found[1], cue: found[2] ?? null };
};

/** Keys of the front panel: 1 is down, 0 is up. */
const hardware = ({ parts, message, settings }: Heard): DialectSays | null => {
  const [key = '', master] = parts.slice(2);
  const [arg] = message.args;
  const isOther = master !== undefined && !isListened(settings, master);
  switch (key.toLowerCase()) {
    case 'go':
    case 'maingo':
      return isOther ? otherList(master) : pressed(arg, 'go');
    case 'pause':
    case 'mainpause':
    case 'mainhalt':
      return isOther ? otherList(master) : pressed(arg, 'pause');
    case 'goback':
    case 'mainback':
      return isOther ? otherList(master) : pressed(arg, 'back');
    case 'fader': {
      const share = level(arg, 255);
      if (master !== '0' || share === null) return null;
      return verb('master', { level: share });
    }
    default:
      return null;
  }
};
