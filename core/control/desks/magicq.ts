import { readNumber } from '../osc/read.ts';
import {
  cueInPart,
  fire,
  isListened,
  isPressed,
  level,
  nothing,
  otherList,
  pressed,
  verb,
} from './dialect.ts';
import type { Dialect, DialectSays, Heard } from './dialect.ts';

/** ChamSys MagicQ, in the words that it understands itself: playbacks 1–10, and `/dbo`, whose 0 means dark. */
export const magicq: Dialect = (heard) => {
  const [first, second] = heard.parts.map((part) => part.toLowerCase());
  const { message, settings } = heard;
  const [arg] = message.args;
  if (first === 'dbo' && heard.parts.length === 1) {
    const value = arg === undefined ? null : readNumber(arg);
    return value === null ? null : verb('blackout', { on: value === 0 });
  }
  if (first !== 'pb' || !/^\d+$/.test(second ?? '') || heard.parts.length > 3) return null;
  if (!isListened(settings, second)) return otherList(second);
  return heard.parts.length === 2 ? fader(heard) : playback(heard);
};

const playback = ({ parts, message, show }: Heard): DialectSays | null => {
  const [arg] = message.args;
  const word = (parts[2] ?? '').toLowerCase();
  switch (word) {
    case 'go':
      return pressed(arg, 'go');
    case 'pause':
      return pressed(arg, 'pause');
    case 'release':
      return pressed(arg, 'stop');
    case 'flash':
      return nothing('flash has no counterpart');
    default:
      if (cueInPart(word) === null) return null;
      return isPressed(arg) ? fire(show, cueInPart(word), message.args[1]) : nothing('button released');
  }
};

/** A float is 0–1, an int 0–100. */
const fader = ({ message, settings }: Heard): DialectSays | null => {
  const [arg] = message.args;
  const share = level(arg, arg?.type === 'i' || arg?.type === 'h' ? 100 : 1);
  if (share === null) return null;
  if (settings.cueList === '') return nothing('name the playback whose fader rides the master');
  return verb('master', { level: share });
};
