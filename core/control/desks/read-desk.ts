import type { OscArg, OscMessage } from '../osc/packet.ts';
import { numberOf } from '../osc/read.ts';
import type {
  DeskShow,
  DeskVerb,
  Dialect,
  DialectName,
  DialectSays,
  DialectSettings,
  LevelState,
} from './dialect.ts';
import { eos } from './eos.ts';
import { grandma3 } from './grandma3.ts';
import { hog4 } from './hog4.ts';
import { magicq } from './magicq.ts';
import { qlab } from './qlab.ts';
import { qlcplus } from './qlcplus.ts';

/**
 * What a port's dialects make of a message, after the native namespace and the show's own triggers had it: a pure state
 * machine (settings, state, message, now) → what it says and the next state. The first dialect that knows it counts.
 */
export type DeskSettings = DialectSettings & {
  dialects: readonly DialectName[];
  /** '' or `/gma3`. */
  prefix: string;
  /** Seconds between two firings of the same verb with the same arguments. */
  retrigger: number;
};
export type DeskState = { levels: LevelState; firedAt: ReadonlyMap<string, number> };
export const noDeskState: DeskState = { levels: new Map(), firedAt: new Map() };
export type DeskReading = {
  dialect: DialectName;
  says: DialectSays;
  /** Not fired, since it came again within `retrigger`. */
  held: DeskVerb[];
};

const dialects: Readonly<Record<Exclude<DialectName, 'qlcplus'>, Dialect>> = {
  eos,
  grandma3,
  magicq,
  hog4,
  qlab,
};
/** Firings that are remembered. */
const mostRemembered = 256;

/** `now` in clock seconds. null: no dialect of the port knows it. */
export const readDesk = (
  settings: DeskSettings,
  state: DeskState,
  message: OscMessage,
  show: DeskShow,
  now: number,
): { reading: DeskReading | null; state: DeskState } => {
  const plain = withoutEquals(message);
  const parts = withoutPrefix(plain.address, settings.prefix).slice(1).split('/');
  for (const dialect of settings.dialects) {
    if (dialect === 'qlcplus') {
      const read = qlcplus(parts, plain, settings, state.levels);
      if (read === null) continue;
      return spaced(dialect, read.says, settings, { ...state, levels: read.state }, now);
    }
    const says = dialects[dialect]({ parts, message: plain, settings, show });
    if (says !== null) return spaced(dialect, says, settings, state, now);
  }
  return { reading: null, state };
};

const spaced = (
  dialect: DialectName,
  says: DialectSays,
  { retrigger }: DeskSettings,
  state: DeskState,
  now: number,
): { reading: DeskReading; state: DeskState } => {
  if (says.kind !== 'verbs' || retrigger <= 0) return { reading: { dialect, says, held: [] }, state };
  const firedAt = new Map(state.firedAt);
  const held: DeskVerb[] = [];
  const verbs = says.verbs.filter((wanted) => {
    // A fader's levels are no firings.
    if (wanted.verb === 'master') return true;
    const key = JSON.stringify(wanted);
    const last = firedAt.get(key);
    if (last !== undefined && now - last < retrigger) {
      held.push(wanted);
      return false;
    }
    firedAt.delete(key);
    firedAt.set(key, now);
    return true;
  });
  const oldest = firedAt.size > mostRemembered ? firedAt.keys().next().value : undefined;
  if (oldest !== undefined) firedAt.delete(oldest);
  return { reading: { dialect, says: { kind: 'verbs', verbs }, held }, state: { ...state, firedAt } };
};

const withoutPrefix = (address: string, prefix: string): string =>
  prefix !== '' && address.toLowerCase().startsWith(`${prefix.toLowerCase()}/`)
    ? address.slice(prefix.length)
    : address;

/** `/frise/cue=1.5,3.0,text` as one address: Eos's way of writing arguments, which some senders pass on as it is. */
const withoutEquals = (message: OscMessage): OscMessage => {
  const at = message.address.indexOf('=');
  if (at < 0 || message.args.length > 0) return message;
  const args = message.address
    .slice(at + 1)
    .split(',')
    .filter((text) => text !== '')
    .map(argumentOf);
  return { ...message, address: message.address.slice(0, at), args };
};
const argumentOf = (text: string): OscArg => {
  const number = numberOf(text);
  if (number === null) return { type: 's', value: text };
  // As Eos has it: a dot makes a float. A cue number stays as it was written.
  return text.includes('.') ? { type: 's', value: text } : { type: 'i', value: number };
};
