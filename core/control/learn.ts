import type { TriggerRecord } from '../show/show.schema.ts';
import { messageOfText } from './message-text.ts';
import type { OscMessage } from './osc/packet.ts';
import { cueOf, readCue, readNumber } from './osc/read.ts';
import { plainTrigger } from './plain-trigger.ts';

/**
 * Learn: a message that was heard becomes triggers that one could mean by it, the likeliest first. Where desks put the
 * number of a cue is known from their manuals; everything else is offered as a button or a fader, as its argument says.
 */
export type Heard = { text: string; input: TriggerRecord['input'] };
/** `hint`: what a person reads: `cue` 12 is taken from the message, it is a press, or a level that moves. */
export type Proposal = {
  hint: 'cue' | 'press' | 'release' | 'level';
  /** The cue that this very message would fire, or the level it carries. */
  example: string;
  trigger: TriggerRecord;
};

const plain = ({ address }: OscMessage, input: TriggerRecord['input']): TriggerRecord => ({
  ...plainTrigger,
  input,
  address,
});

/** Where a desk puts the number of a cue; the part in brackets is the number. */
const CUE_PLACES: readonly RegExp[] = [
  /^\/eos\/out\/event\/cue\/[^/]+\/([^/]+)\/fire$/i, // Eos: list, cue
  /^\/cue\/([^/]+)\/(?:start|go)$/i, // QLab
  /^\/hog\/playback\/go\/\d+\/([^/]+)$/i, // Hog controllers that put it in the path
];
const CUE_WORD = /(?:^|\/)(?:cue|go|scene|playback|pb)(?:\/|$)/i;

/** [] for what is no message, or is one of Frise's own, which need no trigger. */
export const proposalsOf = ({ text, input }: Heard): Proposal[] => {
  const message = messageOfText(text);
  if (message === null || isNative(message.address)) return [];
  const base = plain(message, input);
  return [...cueProposals(message, base), ...levelProposals(message, base)];
};
/** Served without a trigger, whatever the show says. */
export const isNative = (address: string): boolean => /^\/frise\//i.test(address);

const cueProposals = (message: OscMessage, base: TriggerRecord): Proposal[] => {
  const inPath = cueInPath(message.address);
  const fires = (address: string, cue: string, from: string): Proposal => ({
    hint: 'cue',
    example: cue,
    trigger: { ...base, address, verb: 'cue/go', args: { cue: from } },
  });
  if (inPath) return [fires(inPath.address, inPath.cue, '$cue')];
  const [first] = message.args;
  const cue = first === undefined ? null : readCue(first);
  // A level is no number of a cue, unless the address says so.
  return cue !== null && CUE_WORD.test(message.address) ? [fires(message.address, cue, '$1')] : [];
};
const cueInPath = (address: string): { address: string; cue: string } | null => {
  for (const place of CUE_PLACES) {
    const found = place.exec(address);
    const part = found?.[1];
    const cue = part === undefined ? null : cueOf(part);
    if (!found || part === undefined || cue === null) continue;
    const start = address.indexOf(part, found[0].lastIndexOf(`/${part}`) + 1);
    return { address: `${address.slice(0, start)}{cue}${address.slice(start + part.length)}`, cue };
  }
  return null;
};

const levelProposals = (message: OscMessage, base: TriggerRecord): Proposal[] => {
  const [first] = message.args;
  const level = first === undefined ? null : readNumber(first);
  const example = level === null ? '' : String(level);
  if (level === null) return [{ hint: 'press', example, trigger: base }];
  const edge = { ...base, ...thresholdFor(level) };
  return [
    { hint: 'press', example, trigger: { ...edge, when: 'rise' } },
    { hint: 'release', example, trigger: { ...edge, when: 'fall' } },
    {
      hint: 'level',
      example,
      trigger: { ...base, verb: 'master', args: { level: '$1' }, scale: scaleFor(level) },
    },
  ];
};

/** The range that a level seems to be of: 0–1, per cent, a MIDI or a DMX byte. */
const rangeOf = (level: number): number => (level <= 1 ? 1 : level <= 100 ? 100 : level <= 127 ? 127 : 255);
const thresholdFor = (level: number): Pick<TriggerRecord, 'threshold' | 'hysteresis'> => {
  const range = rangeOf(level);
  return { threshold: range / 2, hysteresis: range / 10 };
};
const scaleFor = (level: number): TriggerRecord['scale'] => {
  const range = rangeOf(level);
  return range === 1 ? null : { from: [0, range], to: [0, 1] };
};
