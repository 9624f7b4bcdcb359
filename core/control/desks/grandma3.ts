import { readNumber, readText } from '../osc/read.ts';
import { cueInPart, fire, isListened, isPressed, level, nothing, otherList, verb } from './dialect.ts';
import type { Dialect, DialectSays, Heard } from './dialect.ts';

/**
 * grandMA3 sends what its executors do by the object's path, `/14.14.1.6.<sequence>` with name, state and value, and, with
 * *Send Command* on, what was typed as `/cmd`. Its words are case-sensitive. A cue's number is taken from the value
 * only where that is nothing but the number ("2.5", "Cue 2.5"): a cue may be called "2 dancers".
 */
const sequence = /^\d+\.\d+\.\d+\.\d+\.(\d+)$/;

export const grandma3: Dialect = (heard) => {
  const [only = '', ...more] = heard.parts;
  if (more.length > 0) return null;
  if (only === 'cmd') return command(heard);
  const number = sequence.exec(only)?.[1];
  return number === undefined ? null : executor(heard, number);
};

const executor = ({ message, settings, show }: Heard, number: string): DialectSays | null => {
  const [name, state, value] = message.args;
  const word = name === undefined ? null : readText(name);
  if (word === null) return null;
  if (!isListened(settings, number)) return otherList(number);
  if (word === 'FaderMaster') {
    const share = level(value, 100);
    if (settings.cueList === '') return nothing('name the sequence whose fader rides the master');
    return share === null ? null : verb('master', { level: share });
  }
  if (!isPressed(state)) return nothing('button released');
  return act(
    word,
    value === undefined ? null : cueNamed(readText(value) ?? String(readNumber(value) ?? '')),
    show,
  );
};

const act = (word: string, cue: string | null, show: Heard['show']): DialectSays | null => {
  switch (word) {
    case 'Go+':
    case 'Goto':
    case '>>>':
      return fire(show, cue) ?? verb('go');
    case 'Go-':
    case '<<<':
      return verb('back');
    case 'Pause':
      return verb('pause');
    case 'On':
      return nothing('On moves no cue');
    case 'Off':
      return verb('stop');
    default:
      return null;
  }
};

const cueNamed = (text: string): string | null => cueInPart(/^(?:cue\s+)?([\d.]+)$/i.exec(text.trim())?.[1]);

/** `Go+ Sequence 1 Cue 2.5`, `Goto Cue 3 Sequence 1`, `Go+`. */
const command = ({ message, settings, show }: Heard): DialectSays | null => {
  const text = message.args[0] === undefined ? null : readText(message.args[0]);
  const word = text === null ? undefined : /^\s*(Go\+|Go-|Goto|Pause|Off|>>>|<<<)(?:\s|$)/.exec(text)?.[1];
  if (text === null || word === undefined) return null;
  const list = /\bSequence\s+(\d+)/.exec(text)?.[1];
  if (!isListened(settings, list)) return otherList(list);
  return act(word, cueInPart(/\bCue\s+([\d.]+)/.exec(text)?.[1]), show);
};
