import type { Ask, PjlinkClass, PjlinkCommand } from './commands.ts';
import { COMMANDS } from './commands.ts';
import * as read from './values.ts';

/**
 * What is known of one projector, folded from its answers. null: not said (yet). An answer that can't be read leaves
 * what was known before, but for the power: what is wrong there is worse than nothing.
 */
export type Readings = {
  class: PjlinkClass;
  power: read.Power | null;
  shutter: read.Shutter | null;
  input: string | null;
  inputs: string[];
  /** Input code → the device's own word for it (class 2). */
  inputNames: Record<string, string>;
  lamps: read.Lamp[];
  faults: read.Faults;
  temperature: number | null;
  name: string | null;
  maker: string | null;
  model: string | null;
  serial: string | null;
  version: string | null;
  /** `1920x1080`, "none", or null. */
  signal: string | null;
  filterHours: number | null;
  /** What it does not know (ERR1): never asked again. A laser without a counter says so of LAMP. */
  unsupported: readonly PjlinkCommand[];
};
export const NO_READINGS: Readings = {
  class: 1,
  power: null,
  shutter: null,
  input: null,
  inputs: [],
  inputNames: {},
  lamps: [],
  faults: {},
  temperature: null,
  name: null,
  maker: null,
  model: null,
  serial: null,
  version: null,
  signal: null,
  filterHours: null,
  unsupported: [],
};

/** An answer to a query, taken in. */
export const withAnswer = (now: Readings, { command, parameter }: Ask, body: string): Readings => {
  switch (command) {
    case 'CLSS':
      return { ...now, class: read.readClass(body) ?? now.class };
    case 'POWR':
      return withPower(now, read.readPower(body));
    case 'AVMT':
      return { ...now, shutter: read.readShutter(body) ?? now.shutter };
    case 'INPT':
      return { ...now, input: read.readInput(body) ?? now.input };
    case 'INST':
      return { ...now, inputs: read.readInputs(body) ?? now.inputs };
    case 'INNM':
      return { ...now, inputNames: withName(now.inputNames, parameter.slice(1), read.readText(body)) };
    case 'ERST':
      return { ...now, faults: read.readFaults(body) ?? now.faults };
    case 'LAMP':
      return { ...now, lamps: read.readLamps(body) ?? now.lamps };
    case 'NAME':
      return { ...now, name: read.readText(body) };
    case 'INF1':
      return { ...now, maker: read.readText(body) };
    case 'INF2':
      return { ...now, model: read.readText(body) };
    case 'INFO':
      return { ...now, temperature: read.readTemperature(body) };
    case 'SNUM':
      return { ...now, serial: read.readText(body) };
    case 'SVER':
      return { ...now, version: read.readText(body) };
    case 'IRES':
      return { ...now, signal: read.readSignal(body) };
    case 'FILT':
      return { ...now, filterHours: read.readHours(body) };
    case 'RRES':
    case 'RLMP':
    case 'RFIL':
    case 'SVOL':
    case 'MVOL':
    case 'FREZ':
      return now;
    default:
      return command satisfies never;
  }
};

const withPower = (now: Readings, power: read.Power | null): Readings =>
  power === 'on' ? { ...now, power } : { ...now, power, shutter: null, input: null, signal: null };

const withName = (names: Readings['inputNames'], code: string, name: string | null) =>
  name === null ? names : { ...names, [code]: name };

export const withoutCommand = (now: Readings, command: PjlinkCommand): Readings =>
  now.unsupported.includes(command) ? now : { ...now, unsupported: [...now.unsupported, command] };

const question = (command: PjlinkCommand): Ask => ({ command, parameter: '?' });
const STATE = (['POWR', 'ERST', 'AVMT', 'INPT', 'LAMP', 'IRES', 'FILT'] as const).map(question);
const IDENTITY = (['NAME', 'INF1', 'INF2', 'INFO', 'INST', 'SNUM', 'SVER'] as const).map(question);
const onlyWhileOn: readonly PjlinkCommand[] = ['AVMT', 'INPT', 'IRES'];

/** One round of questions; the first round also asks who it is. */
export const roundOf = (now: Readings, isFirst: boolean): Ask[] => {
  if (isFirst) return [question('CLSS'), ...STATE, ...IDENTITY];
  return now.temperature === null ? STATE : [...STATE, question('INFO')];
};

/** The names of the inputs, once they are known. */
export const namesToAsk = ({ class: of, inputs }: Readings): Ask[] =>
  of === 1 ? [] : inputs.map((code) => ({ command: 'INNM', parameter: `?${code}` }));

/** Whether it makes sense to ask this now. */
export const isWorthAsking = (now: Readings, { command }: Ask): boolean =>
  COMMANDS[command].class <= now.class &&
  !now.unsupported.includes(command) &&
  (now.power === 'on' || !onlyWhileOn.includes(command));
