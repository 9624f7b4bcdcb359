import type { Ask } from './commands.ts';
import type { PjlinkError } from './line.ts';
import type { Power } from './values.ts';

/**
 * What a projector is told to do, and what becomes of it. A projector that cools or warms refuses (ERR3): the order
 * then waits. A newer order takes the place of an older one of its kind.
 */
export type Order =
  { kind: 'power'; on: boolean } | { kind: 'shutter'; closed: boolean } | { kind: 'input'; input: string };
export type OrderWord = 'power-on' | 'power-off' | 'shutter-close' | 'shutter-open' | 'input';
/** Why an order is not done yet. */
export type Waiting = 'sending' | 'cooling' | 'warming' | 'busy' | 'silent';
/** Why an order was given up; a `Waiting` that lasted too long, too. */
export type GivenUp = 'off' | 'unsupported' | 'no-such-input' | 'failure' | 'refused' | 'too-long';
export type Verdict = { is: 'done' } | { is: 'waiting'; why: Waiting } | { is: 'given-up'; why: GivenUp };

export const wordOfOrder = (order: Order): OrderWord => {
  switch (order.kind) {
    case 'power':
      return order.on ? 'power-on' : 'power-off';
    case 'shutter':
      return order.closed ? 'shutter-close' : 'shutter-open';
    case 'input':
      return 'input';
    default:
      return order satisfies never;
  }
};

/** Ways to say it, best first: some devices mute the picture alone, and refuse the parameter for both. */
export const asksOf = (order: Order): Ask[] => {
  switch (order.kind) {
    case 'power':
      return [{ command: 'POWR', parameter: order.on ? '1' : '0' }];
    case 'shutter':
      return ['3', '1'].map((what) => ({ command: 'AVMT', parameter: `${what}${order.closed ? 1 : 0}` }));
    case 'input':
      return [{ command: 'INPT', parameter: order.input }];
    default:
      return order satisfies never;
  }
};

const waiting = (why: Waiting): Verdict => ({ is: 'waiting', why });
const givenUp = (why: GivenUp): Verdict => ({ is: 'given-up', why });

/**
 * After OK. `power` is what the device says of itself since: one that takes "on" while it cools may forget it.
 */
export const verdictOnDone = (order: Order, power: Power | null): Verdict => {
  if (order.kind !== 'power') return { is: 'done' };
  if (order.on && power === 'cooling') return waiting('cooling');
  return !order.on && power === 'warming' ? waiting('warming') : { is: 'done' };
};

/** `isComing`: an order to switch on goes before this one. */
export const verdictOnError = (
  order: Order,
  error: PjlinkError,
  power: Power | null,
  isComing: boolean,
): Verdict => {
  switch (error) {
    case 'undefined':
      return givenUp('unsupported');
    case 'parameter':
      return givenUp(order.kind === 'input' ? 'no-such-input' : 'unsupported');
    case 'failure':
      return givenUp('failure');
    case 'unavailable':
      return verdictOnUnavailable(order, power, isComing);
    default:
      return error satisfies never;
  }
};

const isSo = ({ on }: { on: boolean }, power: Power | null): boolean =>
  on ? power === 'on' || power === 'warming' : power === 'off' || power === 'cooling';

const verdictOnUnavailable = (order: Order, power: Power | null, isComing: boolean): Verdict => {
  if (order.kind === 'power' && isSo(order, power)) return { is: 'done' };
  if (power === 'cooling' || power === 'off') {
    if (order.kind === 'power') return waiting(power === 'cooling' ? 'cooling' : 'busy');
    return isComing ? waiting('warming') : givenUp('off');
  }
  return waiting(power === 'warming' ? 'warming' : 'busy');
};

/** Seconds that an order may wait: a projector may cool for minutes, but none must act on a forgotten press. */
export const BUSY_PATIENCE = 300;
export const SILENT_PATIENCE = 30;
