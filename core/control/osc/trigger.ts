import { createRouter } from './address.ts';
import type { RouteFault, Router } from './address.ts';
import type { OscArg, OscMessage } from './packet.ts';
import { readNumber } from './read.ts';
import type { IsText } from './read.ts';
import { fillArguments } from './trigger.args.ts';
import type { Scale, TriggerValue } from './trigger.args.ts';

/**
 * Triggers: foreign messages bound to verbs. A pure state machine: (triggers, state, message, now) → what fires and the
 * next state. Levels (QLC+ sends `/0/dmx/0 f` for every step of a fader) become edges with hysteresis: high from
 * `threshold` up, low below `threshold − hysteresis`, in between as before. State is kept for each concrete address, so
 * `/0/dmx/{channel}` has an edge a channel; the minimum interval is per trigger.
 *
 * `rise` counts from low before the first message, so that the first press of a button isn't lost; `fall` needs to have
 * seen high. `change` fires on the first message and whenever the arguments differ from the last. A message without
 * arguments, or an impulse, is a press and its release at once: `rise` fires, `fall` doesn't.
 */
export type OscTrigger = {
  id: string;
  /** Template: fixed parts, `{name}` and `*`. */
  address: string;
  when: 'any' | 'rise' | 'fall' | 'change';
  /** In the unit of the first argument. */
  threshold: number;
  hysteresis: number;
  /** Seconds between two firings. */
  minInterval: number;
  /** Numbers taken from the message go from one range to the other and no further; null: as they come. */
  scale: Scale | null;
  verb: string;
  /** `$name` takes the address part, `$1` the first argument, `$$` is a dollar sign. */
  args: Readonly<Record<string, TriggerValue>>;
};
export type TriggerState = {
  /** `id address` → 'high', 'low', or the last arguments of a `change`. */
  readonly levels: ReadonlyMap<string, string>;
  /** id → clock seconds of its last firing. */
  readonly firedAt: ReadonlyMap<string, number>;
};
export type Fired = { trigger: string; verb: string; args: Record<string, TriggerValue> };
export type TriggerOutcome = {
  fired: Fired[];
  /** Held back by their minimum interval: to be shown and journalled, never silent. */
  held: string[];
  failed: { trigger: string; message: string }[];
  /** Whether any template took the message, fired or not. */
  known: boolean;
  state: TriggerState;
};

/** Addresses whose edges are remembered; the oldest are forgotten first. */
export const MAX_REMEMBERED = 4096;
export const noTriggerState: TriggerState = { levels: new Map(), firedAt: new Map() };

/** `now` is in clock seconds. Give the same array while the triggers are the same: its routes are built once. */
export function matchTriggers(
  triggers: readonly OscTrigger[],
  state: TriggerState,
  message: OscMessage,
  now: number,
  isText: IsText,
): TriggerOutcome {
  const outcome: TriggerOutcome = { fired: [], held: [], failed: [], known: false, state };
  for (const { route, parts } of routesOf(triggers).router.match(message.address).matches) {
    outcome.known = true;
    if (!passes(route, message, outcome)) continue;
    const last = outcome.state.firedAt.get(route.id);
    if (route.minInterval > 0 && last !== undefined && now - last < route.minInterval) {
      outcome.held.push(route.id);
      continue;
    }
    const filled = fillArguments(route.args, parts, message.args, isText, route.scale);
    if (filled.ok) outcome.fired.push({ trigger: route.id, verb: route.verb, args: filled.args });
    else outcome.failed.push({ trigger: route.id, message: filled.message });
    if (filled.ok && route.minInterval > 0) {
      const firedAt = new Map(outcome.state.firedAt).set(route.id, now);
      outcome.state = { ...outcome.state, firedAt };
    }
  }
  return outcome;
}

/** Templates that cannot be read; such a trigger never fires. */
export const triggerFaults = (triggers: readonly OscTrigger[]): RouteFault[] => routesOf(triggers).faults;

type Routes = { router: Router<OscTrigger>; faults: RouteFault[] };
const built = new WeakMap<readonly OscTrigger[], Routes>();
function routesOf(triggers: readonly OscTrigger[]): Routes {
  const known = built.get(triggers);
  if (known !== undefined) return known;
  const routes = createRouter(triggers.map((trigger) => [trigger.address, trigger] as const));
  built.set(triggers, routes);
  return routes;
}

function passes(trigger: OscTrigger, message: OscMessage, outcome: TriggerOutcome): boolean {
  if (trigger.when === 'any') return true;
  const key = `${trigger.id} ${message.address.toLowerCase()}`;
  const before = outcome.state.levels.get(key) ?? null;
  if (trigger.when === 'change') {
    const value = JSON.stringify(message.args.map(comparable));
    remember(outcome, key, before, value);
    return value !== before;
  }
  const level = levelOf(message.args[0]);
  if (level === null) return false;
  if (level === 'impulse') return trigger.when === 'rise';
  const after = edge(trigger, before, level);
  remember(outcome, key, before, after);
  return trigger.when === 'rise'
    ? before !== 'high' && after === 'high'
    : before === 'high' && after === 'low';
}

function edge({ threshold, hysteresis }: OscTrigger, before: string | null, level: number): 'high' | 'low' {
  if (level >= threshold) return 'high';
  if (level < threshold - hysteresis || before !== 'high') return 'low';
  return 'high';
}

function levelOf(arg: OscArg | undefined): number | 'impulse' | null {
  if (arg === undefined || arg.type === 'I') return 'impulse';
  return arg.type === 'N' ? 0 : readNumber(arg);
}

const comparable = (arg: OscArg): unknown =>
  typeof arg.value === 'bigint'
    ? String(arg.value)
    : arg.type === 'array'
      ? arg.value.map(comparable)
      : arg.value;

/** Copies only when something changed: a fader moving below its threshold costs nothing. */
function remember(outcome: TriggerOutcome, key: string, before: string | null, after: string): void {
  if (before === after) return;
  const levels = new Map(outcome.state.levels);
  levels.delete(key);
  levels.set(key, after);
  const oldest = levels.size > MAX_REMEMBERED ? levels.keys().next().value : undefined;
  if (oldest !== undefined) levels.delete(oldest);
  outcome.state = { ...outcome.state, levels };
}
