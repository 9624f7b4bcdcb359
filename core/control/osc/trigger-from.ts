import type { TriggerRecord } from '../../show/show.schema.ts';
import { dialectNames } from '../desks/dialect.ts';
import type { DeskShow, DialectName, DialectSays } from '../desks/dialect.ts';
import { noDeskState, readDesk } from '../desks/read-desk.ts';
import type { OscMessage } from './packet.ts';
import { numberOf, readCue, readNumber } from './read.ts';
import { plainTrigger } from '../plain-trigger.ts';
import { triggerFaults } from './trigger.ts';

/**
 * Learn: from a message as it came, the trigger that it could be. What a person would type is proposed, to be looked at
 * and kept: a number in the address becomes `{cue}`, a level fires on its rise, and words that are known mean what
 * they say. `dialect` names the desk whose vocabulary this is.
 */
export type Proposal = { trigger: TriggerRecord | null; dialect: DialectName | null; why: string };

export const triggerFrom = (message: OscMessage, input: TriggerRecord['input']): Proposal => {
  const known = input === 'osc' ? recognised(message) : null;
  if (known?.says.kind === 'nothing' && known.says.why === STATUS)
    return {
      trigger: null,
      dialect: known.dialect,
      why: 'status that is refreshed by itself: nothing may fire on it',
    };
  if (known?.says.kind === 'answer')
    return { trigger: null, dialect: known.dialect, why: 'a ping, answered by the dialect' };
  if (message.address.toLowerCase().startsWith('/frise/'))
    return { trigger: null, dialect: null, why: 'a native address: it acts without a trigger' };
  const trigger = { ...plainTrigger, input, ...(input === 'osc' ? template(message) : asItIs(message)) };
  const dialect = known?.dialect ?? null;
  const [fault] = triggerFaults([{ ...trigger, id: 'learned' }]);
  if (fault !== undefined) return { trigger: null, dialect, why: fault.message };
  return {
    trigger,
    dialect,
    why: dialect === null ? '' : `the dialect ${dialect} knows it without a trigger`,
  };
};

const STATUS = 'status of the desk';

/** Every cue is there, so that only the words count. */
const anyShow: DeskShow = {
  hasCue: () => true,
  current: null,
  neighbour: () => '1',
  overlaysOf: () => [],
};
const recognised = (message: OscMessage): { dialect: DialectName; says: DialectSays } | null => {
  for (const dialect of dialectNames) {
    const settings = {
      dialects: [dialect],
      prefix: dialect === 'grandma3' ? '/gma3' : '',
      cueList: '',
      patch: { universe: 1, channel: 1 },
      threshold: 0.5,
      hysteresis: 0.1,
      retrigger: 0,
    };
    const { reading } = readDesk(settings, noDeskState, message, anyShow, 0);
    if (reading !== null) return reading;
  }
  return null;
};

type Shape = Pick<TriggerRecord, 'address' | 'when' | 'threshold' | 'verb' | 'args'>;

/** Notes, channels and onsets: the number says which key it is and is no cue. */
const asItIs = ({ address, args }: OscMessage): Shape => ({
  ...edgeOf(args),
  address: literal(address),
  verb: 'go',
  args: {},
});

/** A pattern's signs in an address would be read as a template. */
const literal = (address: string): string => address.replaceAll(/[{}[\]*?]/g, '');

const faders: ReadonlySet<string> = new Set(['master', 'fader', 'dimmer', 'intensity', 'grandmaster']);
const words: Readonly<Record<string, string>> = {
  go: 'go',
  fire: 'go',
  start: 'go',
  play: 'go',
  next: 'go',
  back: 'back',
  goback: 'back',
  previous: 'back',
  pause: 'pause',
  halt: 'pause',
  resume: 'resume',
  continue: 'resume',
  stop: 'stop',
  release: 'stop',
  panic: 'panic',
  select: 'standby',
  standby: 'standby',
  load: 'standby',
  reset: 'reset',
};
/** Verbs that may take a cue. */
const ofCue: Readonly<Record<string, string>> = { go: 'cue/go', standby: 'standby' };

const template = (message: OscMessage): Shape => {
  const parts = literal(message.address).slice(1).split('/');
  const fader = parts.some((part) => faders.has(part.toLowerCase()));
  if (fader && message.args[0] !== undefined && readNumber(message.args[0]) !== null)
    return { ...plainShape(parts), when: 'change', verb: 'master', args: { level: '$1' } };
  const spoken = parts.map((part) => words[part.toLowerCase()]).findLast((word) => word !== undefined);
  const verb = spoken ?? 'go';
  const cueAt = cuePart(parts, message);
  if (cueAt !== null && ofCue[verb] !== undefined)
    return {
      ...plainShape(parts.map((part, index) => (index === cueAt ? '{cue}' : part))),
      ...edgeOf(message.args),
      verb: ofCue[verb],
      args: { cue: '$cue' },
    };
  const [first] = message.args;
  if (first !== undefined && ofCue[verb] !== undefined && isCueArgument(message))
    return { ...plainShape(parts), verb: ofCue[verb], args: { cue: '$1' } };
  // Without its cue `standby` would be refused.
  return { ...plainShape(parts), ...edgeOf(message.args), verb: verb === 'standby' ? 'go' : verb };
};

const plainShape = (parts: readonly string[]): Shape => ({
  address: `/${parts.join('/')}`,
  when: 'any',
  threshold: 0.5,
  verb: 'go',
  args: {},
});

/** The last number of the address, which of list and cue is the cue. A fader's channel is none. */
const cuePart = (parts: readonly string[], { args }: OscMessage): number | null => {
  const isLevel = args[0]?.type === 'f' && parts.some((part) => /^(?:dmx|ch|channel|cc|note)$/i.test(part));
  const at = parts.findLastIndex(
    (part, index) =>
      index !== kindOfHog(parts) && /^\d{1,6}(?:\.\d{1,4})?$/.test(part) && numberOf(part) !== null,
  );
  return isLevel || at < 0 ? null : at;
};

/** `/hog/playback/go/0`: the number says that it is a cue list, and comes before the cue's. */
const kindOfHog = ([first = '', second = '']: readonly string[]): number | null =>
  first.toLowerCase() === 'hog' && second.toLowerCase() === 'playback' ? 3 : null;

/** 0 and 1 are a button, a share is a level; any other number can be a cue. */
const isCueArgument = ({ args }: OscMessage): boolean => {
  const [arg] = args;
  const cue = arg === undefined ? null : readCue(arg);
  return cue !== null && (Number(cue) > 1 || arg?.type === 's');
};

/** A button or a level fires on its rise, at half of what it goes to; anything else whenever it comes. */
const edgeOf = (args: OscMessage['args']): Pick<Shape, 'when' | 'threshold'> => {
  const value = args[0] === undefined ? null : readNumber(args[0]);
  if (value === null) return { when: 'any', threshold: 0.5 };
  if (value >= 0 && value <= 1) return { when: 'rise', threshold: 0.5 };
  if (value <= 127) return { when: 'rise', threshold: 64 };
  return { when: 'rise', threshold: value <= 255 ? 128 : value / 2 };
};
