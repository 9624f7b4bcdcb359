import { readNumber } from '../osc/read.ts';
import { cueInArgument, cueInPart, fire, isPressed, nothing, verb } from './dialect.ts';
import type { DeskShow, DeskVerb, Dialect, DialectSays, Heard } from './dialect.ts';

/** QLab's words, which many controllers have as buttons; `/workspace/<id>` before them is left out. */
export const qlab: Dialect = (heard) => {
  const parts = heard.parts[0]?.toLowerCase() === 'workspace' ? heard.parts.slice(2) : heard.parts;
  const [first = '', second, third] = parts;
  const [arg] = heard.message.args;
  if (parts.length === 1) return simple(first.toLowerCase(), heard);
  const word = first.toLowerCase();
  if ((word === 'select' || word === 'playhead') && parts.length === 2)
    return select(second ?? '', heard.show);
  if (word === 'cue' && parts.length === 3) {
    return isPressed(arg) || third?.toLowerCase() === 'start'
      ? ofCue(second ?? '', (third ?? '').toLowerCase(), heard)
      : nothing('button released');
  }
  return null;
};

const plain: Readonly<Record<string, DeskVerb>> = {
  stop: { verb: 'stop', args: {} },
  hardstop: { verb: 'stop', args: { fade: 0 } },
  panic: { verb: 'panic', args: {} },
  pause: { verb: 'pause', args: {} },
  resume: { verb: 'resume', args: {} },
  reset: { verb: 'reset', args: {} },
};

const simple = (word: string, { message, show }: Heard): DialectSays | null => {
  const [arg] = message.args;
  if (word === 'panicintime') {
    const seconds = arg === undefined ? null : readNumber(arg);
    return seconds === null || seconds < 0 ? null : verb('panic', { seconds });
  }
  const known = Object.hasOwn(plain, word) ? plain[word] : undefined;
  if (word !== 'go' && known === undefined) return null;
  if (!isPressed(arg)) return nothing('button released');
  if (known !== undefined) return { kind: 'verbs', verbs: [known] };
  // QLab 5: a text is the cue's number; a button's 1 is a press.
  const isNumbered = arg?.type === 's' && arg.value !== '';
  return isNumbered ? fire(show, cueInArgument(arg), message.args[1]) : verb('go');
};

const select = (target: string, show: DeskShow): DialectSays | null => {
  const word = target.toLowerCase();
  if (word === 'next' || word === 'previous') {
    const cue = show.neighbour(word);
    return cue === null ? nothing(`no ${word} cue`) : verb('standby', { cue });
  }
  const cue = cueInPart(target);
  if (cue === null) return null;
  return show.hasCue(cue) ? verb('standby', { cue }) : nothing(`no cue ${cue} in this show`);
};

const ofCue = (target: string, does: string, { message, show }: Heard): DialectSays | null => {
  const isPlayhead = ['selected', 'playhead'].includes(target.toLowerCase());
  const isActive = target.toLowerCase() === 'active' || target === '*';
  const cue = cueInPart(target);
  if (!isPlayhead && !isActive && cue === null) return null;
  switch (does) {
    case 'start':
    case 'go':
      if (isPlayhead) return isPressed(message.args[0]) ? verb('go') : nothing('button released');
      return isActive ? null : fire(show, cue, message.args[0]);
    case 'stop':
      if (isActive || cue === show.current) return verb('stop');
      return cue === null ? null : stopOverlays(show, cue);
    case 'pause':
    case 'resume':
      return isActive || cue === show.current ? verb(does) : nothing(`cue ${cue ?? target} does not run`);
    default:
      return null;
  }
};

const stopOverlays = (show: DeskShow, cue: string): DialectSays => {
  const verbs = show.overlaysOf(cue).map((id) => ({ verb: 'timeline/stop', args: { id } }));
  return verbs.length > 0 ? { kind: 'verbs', verbs } : nothing(`cue ${cue} does not run`);
};
