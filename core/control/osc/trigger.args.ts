import type { OscArg } from './packet.ts';
import { cueOf, float32Decimal, nameIn, numberOf, readCue, readFlag, readNumber, readText } from './read.ts';

/** A trigger's argument: written in the show, or taken from the message. */
export type TriggerValue = string | number | boolean;
type Filled = { ok: true; args: Record<string, TriggerValue> } | { ok: false; message: string };

type Kind = 'cue' | 'number' | 'flag' | 'name' | 'text' | 'any';

/**
 * What a verb's argument wants to be, by its name: names mean the same in every verb of the contract (DESIGN §6).
 * A name that isn't here takes what came: a number where it reads as one, else the text.
 */
const KINDS: Readonly<Record<string, Kind>> = {
  cue: 'cue',
  fade: 'number',
  seconds: 'number',
  level: 'number',
  position: 'number',
  at: 'number',
  on: 'flag',
  armed: 'flag',
  id: 'name',
  clip: 'name',
  timeline: 'name',
  param: 'text',
};

/** Replaces `$name`, `$1` and `$$` in a trigger's arguments. */
export function fillArguments(
  written: Readonly<Record<string, TriggerValue>>,
  parts: Readonly<Record<string, string>>,
  args: readonly OscArg[],
): Filled {
  const filled: Record<string, TriggerValue> = {};
  for (const [name, value] of Object.entries(written)) {
    if (typeof value !== 'string' || !value.startsWith('$')) filled[name] = value;
    else if (value.startsWith('$$')) filled[name] = value.slice(1);
    else {
      const taken = take(value.slice(1), name, parts, args);
      if (taken === null) return { ok: false, message: `${name}: ${value} is missing or of the wrong kind` };
      filled[name] = taken;
    }
  }
  return { ok: true, args: filled };
}

function take(
  from: string,
  name: string,
  parts: Readonly<Record<string, string>>,
  args: readonly OscArg[],
): TriggerValue | null {
  if (/^\d+$/.test(from)) {
    const arg = args[Number(from) - 1];
    return arg === undefined ? null : fromArgument(arg, name);
  }
  return Object.hasOwn(parts, from) ? fromPart(parts[from] ?? '', name) : null;
}

function fromArgument(arg: OscArg, name: string): TriggerValue | null {
  switch (KINDS[name] ?? 'any') {
    case 'cue':
      return readCue(arg);
    case 'number':
      return readNumber(arg);
    case 'flag':
      return readFlag(arg);
    case 'name':
      return nameIn(textOf(arg) ?? '');
    case 'text':
      return textOf(arg);
    case 'any':
      return arg.type === 'T' || arg.type === 'F' ? arg.value : (readNumber(arg) ?? readText(arg));
  }
}

function fromPart(part: string, name: string): TriggerValue | null {
  switch (KINDS[name] ?? 'any') {
    case 'cue':
      return cueOf(part);
    case 'number':
      return numberOf(part);
    case 'flag':
      return readFlag({ type: 's', value: part });
    case 'name':
      return nameIn(part);
    case 'text':
      return part;
    case 'any':
      return numberOf(part) ?? part;
  }
}

/** Numbers are names too: sub 3, executor 201. */
function textOf(arg: OscArg): string | null {
  if (arg.type === 'i') return String(arg.value);
  if (arg.type === 'f') return String(float32Decimal(arg.value) ?? '');
  return readText(arg);
}
