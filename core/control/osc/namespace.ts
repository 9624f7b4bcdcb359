import { isPattern } from './pattern.ts';
import { createRouter } from './address.ts';
import type { RouteMatch } from './address.ts';
import type { OscArg, OscMessage } from './packet.ts';
import { cueOf, nameIn, readCue, readFlag, readNumber, readText, readValue } from './read.ts';
import type { IsText, ParameterValue } from './read.ts';

/**
 * The native namespace (DESIGN §8) as a table: address, verb, what the address's parts and the arguments mean. Stable.
 *
 * Addresses without a documented argument (`/frise/go`, back, pause, resume, stop, reset) take one press value, because
 * a control surface's button sends 1 and then 0: 1, true, an impulse or nil fires, 0 or false is the release and is
 * ignored. Where an argument is documented it is what the contract says: `/frise/panic 0` is a cut, `/frise/cue/5/go 0`
 * a GO with fade 0. A pattern must name one address: `/frise/p*` is refused, not fired twice.
 */
export type NativeValue = ParameterValue;
export type NativeResult =
  | { kind: 'verb'; verb: string; args: Record<string, NativeValue> }
  | { kind: 'ping' }
  /** Tell me what the show does, for so many seconds; null: as long as it is usual. */
  | { kind: 'subscribe'; seconds: number | null }
  | { kind: 'unsubscribe' }
  /** Another controller's answer; never answered. */
  | { kind: 'reply' }
  | { kind: 'ignored'; reason: string }
  | { kind: 'error'; code: 'invalid'; message: string; path: string }
  /** In our namespace, but no such address. */
  | { kind: 'unknown'; message: string }
  /** Not ours: triggers may want it. */
  | { kind: 'foreign' };

const readers = {
  number: { read: readNumber, is: 'a number' },
  cue: { read: readCue, is: 'a cue number such as 12.5' },
  flag: { read: readFlag, is: '0 or 1' },
  name: { read: (arg: OscArg) => nameIn(readText(arg) ?? ''), is: 'a name in a–z, 0–9 and -' },
  text: { read: readText, is: 'a text' },
} as const;
type Reader = keyof typeof readers;
type Parameter = { name: string; as: Reader; optional: boolean };
/** `press`: no argument but a button's. `value`: a clip parameter, one or several. */
type Takes = 'press' | 'value' | 'anything' | readonly Parameter[];
type Native = { address: string; verb: string; takes: Takes };

const needs = (name: string, as: Reader): Parameter => ({ name, as, optional: false });
const may = (name: string, as: Reader): Parameter => ({ name, as, optional: true });

export const NATIVE: readonly Native[] = [
  { address: '/frise/go', verb: 'go', takes: 'press' },
  { address: '/frise/back', verb: 'back', takes: 'press' },
  { address: '/frise/standby', verb: 'standby', takes: [needs('cue', 'cue')] },
  { address: '/frise/standby/next', verb: 'standby/next', takes: 'press' },
  { address: '/frise/standby/previous', verb: 'standby/previous', takes: 'press' },
  { address: '/frise/cue/{cue}/go', verb: 'cue/go', takes: [may('fade', 'number')] },
  { address: '/frise/cue/go', verb: 'cue/go', takes: [needs('cue', 'cue'), may('fade', 'number')] },
  { address: '/frise/cue/{cue}/arm', verb: 'cue/arm', takes: [needs('armed', 'flag')] },
  { address: '/frise/cue/{cue}/skip', verb: 'cue/skip', takes: [needs('skip', 'flag')] },
  { address: '/frise/rehearse', verb: 'rehearse', takes: [needs('from', 'cue'), may('to', 'cue')] },
  { address: '/frise/rehearse/end', verb: 'rehearse/end', takes: 'press' },
  { address: '/frise/pause', verb: 'pause', takes: 'press' },
  { address: '/frise/resume', verb: 'resume', takes: 'press' },
  { address: '/frise/stop', verb: 'stop', takes: 'press' },
  { address: '/frise/panic', verb: 'panic', takes: [may('seconds', 'number')] },
  { address: '/frise/master', verb: 'master', takes: [needs('level', 'number'), may('fade', 'number')] },
  { address: '/frise/blackout', verb: 'blackout', takes: [needs('on', 'flag'), may('fade', 'number')] },
  { address: '/frise/freeze', verb: 'freeze', takes: [needs('on', 'flag')] },
  {
    address: '/frise/sound/fade',
    verb: 'sound/fade',
    takes: [needs('level', 'number'), may('seconds', 'number')],
  },
  { address: '/frise/sound/stop', verb: 'sound/stop', takes: [may('fade', 'number')] },
  { address: '/frise/timeline/{id}/start', verb: 'timeline/start', takes: [may('at', 'number')] },
  { address: '/frise/timeline/{id}/stop', verb: 'timeline/stop', takes: [may('fade', 'number')] },
  { address: '/frise/seek', verb: 'seek', takes: [needs('position', 'number')] },
  { address: '/frise/clip/{id}/{param}', verb: 'clip/set', takes: 'value' },
  { address: '/frise/release', verb: 'release', takes: [may('clip', 'name'), may('param', 'text')] },
  { address: '/frise/reset', verb: 'reset', takes: 'press' },
  { address: '/frise/input/{id}/arm', verb: 'input/arm', takes: [needs('armed', 'flag')] },
  {
    address: '/frise/projector/{id}/power',
    verb: 'projector/power',
    takes: [needs('on', 'flag')],
  },
  {
    address: '/frise/projector/{id}/shutter',
    verb: 'projector/shutter',
    takes: [needs('closed', 'flag')],
  },
  { address: '/frise/subscribe', verb: 'subscribe', takes: [may('seconds', 'number')] },
  { address: '/frise/unsubscribe', verb: 'unsubscribe', takes: 'anything' },
  { address: '/frise/subscribed', verb: 'subscribed', takes: 'anything' },
  { address: '/frise/unsubscribed', verb: 'unsubscribed', takes: 'anything' },
  { address: '/frise/timecode/chase', verb: 'timecode/chase', takes: [needs('on', 'flag')] },
  { address: '/frise/timecode/trim', verb: 'timecode/trim', takes: [needs('ms', 'number')] },
  { address: '/frise/ping', verb: 'ping', takes: 'anything' },
  { address: '/frise/pong', verb: 'pong', takes: 'anything' },
  { address: '/frise/error', verb: 'error', takes: 'anything' },
];

const { router } = createRouter(NATIVE.map((native) => [native.address, native] as const));

/** What a message means in the native namespace. Never throws. `path` of an error is the address. */
export function resolveNative(message: OscMessage, isText: IsText): NativeResult {
  const { matches } = router.match(message.address);
  const [match, another] = matches;
  if (another !== undefined)
    return refuse(message, `the pattern names ${matches.length} addresses: name one`);
  if (match === undefined) return unmatched(message.address);
  switch (match.route.verb) {
    case 'ping':
      return { kind: 'ping' };
    case 'subscribe':
      return subscribeOf(message, isText, match);
    case 'unsubscribe':
      return { kind: 'unsubscribe' };
    case 'pong':
    case 'error':
    case 'subscribed':
    case 'unsubscribed':
      return { kind: 'reply' };
    default:
      return resolveVerb(message, match, isText);
  }
}

function subscribeOf(message: OscMessage, isText: IsText, match: RouteMatch<Native>): NativeResult {
  const read = resolveVerb(message, match, isText);
  if (read.kind !== 'verb') return read;
  const { seconds } = read.args;
  return { kind: 'subscribe', seconds: typeof seconds === 'number' ? seconds : null };
}

const refuse = (message: OscMessage, text: string): NativeResult => ({
  kind: 'error',
  code: 'invalid',
  message: text,
  path: message.address,
});

function unmatched(address: string): NativeResult {
  const parts = address.split('/');
  if (parts[1]?.toLowerCase() !== 'frise') return { kind: 'foreign' };
  // What another Frise tells its subscribers: an answer to it would be answered again.
  if (parts[2]?.toLowerCase() === 'out') return { kind: 'reply' };
  const hint = parts.some(isPattern)
    ? 'wildcards match fixed words, never a number or an id'
    : 'see the protocol page';
  return { kind: 'unknown', message: `no such address: ${address} (${hint})` };
}

function resolveVerb(
  message: OscMessage,
  { route, parts }: RouteMatch<Native>,
  isText: IsText,
): NativeResult {
  const args: Record<string, NativeValue> = {};
  for (const [name, text] of Object.entries(parts)) {
    const value = readPart(name, text);
    if (value === null) return refuse(message, `"${text}" is not a valid ${PART_WORDS[name] ?? name}`);
    args[name] = value;
  }
  const { takes, verb } = route;
  if (takes === 'press') return resolvePress(message, verb);
  if (takes === 'value') {
    const value = readValue(message.args, isText(String(args['id']), String(args['param'])));
    if (value === null)
      return refuse(message, 'a value is missing: a number, a text, 0/1, a colour or up to 16 numbers');
    return { kind: 'verb', verb, args: { ...args, value } };
  }
  const fault = takes === 'anything' ? null : readInto(args, takes, message.args);
  return fault === null ? { kind: 'verb', verb, args } : refuse(message, fault);
}

const PART_WORDS: Readonly<Record<string, string>> = { cue: 'cue number', id: 'name', param: 'parameter' };
function readPart(name: string, text: string): string | null {
  if (name === 'cue') return cueOf(text);
  return name === 'param' ? text : nameIn(text);
}

function resolvePress(message: OscMessage, verb: string): NativeResult {
  const [press, ...more] = message.args;
  if (more.length > 0)
    return refuse(message, 'takes no argument, or one press value (1 pressed, 0 released)');
  if (press === undefined || press.type === 'I' || press.type === 'N')
    return { kind: 'verb', verb, args: {} };
  const value = readNumber(press);
  if (value === null) return refuse(message, 'the press value is 1 (pressed) or 0 (released)');
  return value === 0 ? { kind: 'ignored', reason: 'button released' } : { kind: 'verb', verb, args: {} };
}

/** Fills `into` from the arguments by position; the text is what is wrong, null when nothing is. */
function readInto(
  into: Record<string, NativeValue>,
  takes: readonly Parameter[],
  args: readonly OscArg[],
): string | null {
  if (args.length > takes.length) return `takes at most ${takes.length} argument(s), ${args.length} came`;
  for (const [i, { name, as, optional }] of takes.entries()) {
    const arg = args[i];
    if (arg === undefined) {
      if (optional) continue;
      return `${name} is missing: ${readers[as].is}`;
    }
    const value = readers[as].read(arg);
    if (value === null) return `${name} must be ${readers[as].is}`;
    into[name] = value;
  }
  return null;
}
