import { cueInArgument, cueInPart, fire, isListened, nothing, otherList, verb } from './dialect.ts';
import type { Dialect, DialectSays, Heard } from './dialect.ts';

/**
 * ETC Eos: events of its cue lists, and free text of cues and macros. `active/cue` and `pending/cue` are status, sent
 * once a second: nothing may ever fire on them. The desk's Stop halts a running fade, which is what pause does here.
 */
export const eos: Dialect = (heard) => {
  const [first, second, third] = heard.parts.map((part) => part.toLowerCase());
  const { message, show } = heard;
  if (first === 'eos' && second === 'ping' && heard.parts.length === 2)
    return {
      kind: 'answer',
      message: { kind: 'message', address: '/eos/out/ping', args: message.args },
    };
  if (first === 'eos' && second === 'out')
    return third === 'event' ? event(heard) : nothing('status of the desk');
  // A cue's text on the desk is `/frise/cue=1.5,3.0`: it comes with arguments, and some senders leave the `=` in.
  if (first === 'frise' && second === 'cue' && heard.parts.length === 2)
    return fire(show, cueInArgument(message.args[0]), message.args[1]);
  return null;
};

const event = ({ parts, message, settings, show }: Heard): DialectSays | null => {
  const [what = '', list, cue, does = ''] = parts.slice(3);
  switch (what.toLowerCase()) {
    case 'cue':
      if (cue === undefined) return null;
      if (!isListened(settings, list)) return otherList(list);
      if (does.toLowerCase() === 'fire') return fire(show, cueInPart(cue), message.args[0]);
      return does.toLowerCase() === 'stop' ? stopped(show.current, cueInPart(cue)) : null;
    case 'show':
    case 'state':
      return nothing('state of the desk');
    case 'sub':
    case 'macro':
      return nothing('bind it with a trigger of the show');
    default:
      return null;
  }
};

const stopped = (current: string | null, cue: string | null): DialectSays =>
  cue !== null && cue === current ? verb('pause') : nothing(`cue ${cue ?? '?'} does not run here`);

/** Whether the desk has another show now: whoever follows it asks anew. */
export const isEosShowLoaded = (address: string): boolean =>
  address.toLowerCase() === '/eos/out/event/show/loaded';
