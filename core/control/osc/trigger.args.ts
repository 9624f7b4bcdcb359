import type { OscArg } from './packet.ts';
import {
  cueOf,
  nameIn,
  numberOf,
  readCue,
  readFlag,
  readNumber,
  readText,
  textOf,
  type IsText,
} from './read.ts';

/** A trigger's argument: written in the show, or taken from the message. */
export type TriggerValue = string | number | boolean;
export type Scale = { from: [number, number]; to: [number, number] };
type Filled = { ok: true; args: Record<string, TriggerValue> } | { ok: false; message: string };

type Kind = 'cue' | 'number' | 'flag' | 'name' | 'text' | 'any';

/**
 * What a verb's argument wants to be, by its name: names mean the same in every verb of the contract (DESIGN §6).
 * A name that isn't here takes what came: a number where it reads as one, else the text.
 */
const KINDS: Readonly<Record<string, Kind>> = {
  cue: 'cue',
  from: 'cue',
  to: 'cue',
  fade: 'number',
  seconds: 'number',
  level: 'number',
  position: 'number',
  at: 'number',
  on: 'flag',
  armed: 'flag',
  skip: 'flag',
  id: 'name',
  clip: 'name',
  timeline: 'name',
  param: 'text',
};

/** Replaces `$name`, `$1` and `$$` in a trigger's arguments. A `value` for a text stays as it came. */
export function fillArguments(
  written: Readonly<Record<string, TriggerValue>>,
  parts: Readonly<Record<string, string>>,
  args: readonly OscArg[],
  isText: IsText,
  scale: Scale | null,
): Filled {
  const filled: Record<string, TriggerValue> = {};
  // The value last: what it wants to be depends on the parameter.
  const entries = Object.entries(written).sort(([a], [b]) => Number(a === 'value') - Number(b === 'value'));
  for (const [name, value] of entries) {
    if (typeof value !== 'string' || !value.startsWith('$')) filled[name] = value;
    else if (value.startsWith('$$')) filled[name] = value.slice(1);
    else {
      const kind =
        name === 'value' && isText(String(filled['id']), String(filled['param'])) ? 'text' : KINDS[name];
      const taken = take(value.slice(1), kind ?? 'any', parts, args);
      if (taken === null) return { ok: false, message: `${name}: ${value} is missing or of the wrong kind` };
      filled[name] = scale !== null && typeof taken === 'number' ? scaled(taken, scale) : taken;
    }
  }
  return { ok: true, args: filled };
}

function scaled(value: number, { from: [a, b], to: [c, d] }: Scale): number {
  const share = a === b ? 0 : Math.min(1, Math.max(0, (value - a) / (b - a)));
  return c + (d - c) * share;
}

function take(
  from: string,
  kind: Kind,
  parts: Readonly<Record<string, string>>,
  args: readonly OscArg[],
): TriggerValue | null {
  if (/^\d+$/.test(from)) {
    const arg = args[Number(from) - 1];
    return arg === undefined ? null : fromArgument(arg, kind);
  }
  return Object.hasOwn(parts, from) ? fromPart(parts[from] ?? '', kind) : null;
}

function fromArgument(arg: OscArg, kind: Kind): TriggerValue | null {
  switch (kind) {
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

function fromPart(part: string, kind: Kind): TriggerValue | null {
  switch (kind) {
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
