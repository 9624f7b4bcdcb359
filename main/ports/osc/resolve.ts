import type { DeskReading } from '../../../core/control/desks/read-desk.ts';
import { resolveNative } from '../../../core/control/osc/namespace.ts';
import type { OscMessage } from '../../../core/control/osc/packet.ts';
import type { IsText } from '../../../core/control/osc/read.ts';
import { matchTriggers, noTriggerState } from '../../../core/control/osc/trigger.ts';
import type { OscTrigger } from '../../../core/control/osc/trigger.ts';
import type { Answer } from './answer.ts';
import type { OscPortOptions, OscVerdict } from './port.types.ts';

/** A verb to run; `id` is `native` or the trigger's. */
export type Wanted = { verb: string; args: Readonly<Record<string, unknown>>; id: string };
export type Resolved = {
  verdict: OscVerdict;
  detail: string;
  wanted: readonly Wanted[];
  answer: Answer | null;
  /** Who asks to be told: for how long, or no more; null: asks nothing. */
  subscription: { seconds: number | null } | 'off' | null;
  /** What the journal should hear: kind and detail. */
  notes: readonly (readonly [kind: string, detail: string])[];
};

const plain = (verdict: OscVerdict, detail: string): Resolved => ({
  verdict,
  detail,
  wanted: [],
  answer: null,
  subscription: null,
  notes: [],
});

/**
 * Message → verbs: the native namespace first, where it is on, then the show's triggers, then the port's dialects: what
 * one of them knows never reaches the next, so nothing fires twice. Keeps the triggers' state.
 */
export function createResolver(options: {
  native: boolean;
  triggers: () => readonly OscTrigger[];
  isText: IsText;
  desk: OscPortOptions['desk'];
}): (message: OscMessage, now: number) => Resolved {
  let state = noTriggerState;
  const byTrigger = (message: OscMessage, now: number): Resolved | null => {
    const outcome = matchTriggers(options.triggers(), state, message, now, options.isText);
    state = outcome.state;
    if (!outcome.known) return null;
    const wanted = outcome.fired.map(({ trigger, verb, args }) => ({ verb, args, id: trigger }));
    const notes = [
      ...outcome.held.map((id) => ['held', `${id}: too soon after its last firing`] as const),
      ...outcome.failed.map(({ trigger, message: text }) => ['invalid', `${trigger}: ${text}`] as const),
    ];
    const detail = [
      ...wanted.map(({ id, verb }) => `${id} → ${verb}`),
      ...notes.map(([, text]) => text),
    ].join('; ');
    const verdict =
      wanted.length > 0
        ? 'trigger'
        : outcome.held.length > 0
          ? 'held'
          : notes.length > 0
            ? 'invalid'
            : 'ignored';
    return { ...plain(verdict, detail === '' ? 'no edge' : detail), wanted, notes };
  };
  const byDesk = (message: OscMessage, now: number): Resolved | null => {
    const reading = options.desk?.(message, now) ?? null;
    return reading === null ? null : ofDesk(reading);
  };
  const byShow = (message: OscMessage, now: number): Resolved | null =>
    byTrigger(message, now) ?? byDesk(message, now);
  return (message, now) => {
    if (!options.native) return byShow(message, now) ?? plain('foreign', '');
    const result = resolveNative(message, options.isText);
    switch (result.kind) {
      case 'verb':
        return {
          ...plain('verb', result.verb),
          wanted: [{ verb: result.verb, args: result.args, id: 'native' }],
        };
      case 'ping':
        return { ...plain('ping', ''), answer: { kind: 'pong' } };
      case 'subscribe':
        return { ...plain('subscription', 'on'), subscription: { seconds: result.seconds } };
      case 'unsubscribe':
        return { ...plain('subscription', 'off'), subscription: 'off', answer: { kind: 'unsubscribed' } };
      case 'reply':
        return plain('reply', '');
      case 'ignored':
        return {
          ...plain('ignored', result.reason),
          notes: [['ignored', `${message.address}: ${result.reason}`]],
        };
      case 'error':
        return refusal('invalid', result.code, `${result.message} (${message.address})`);
      case 'unknown':
        return byShow(message, now) ?? refusal('unknown', 'unknown-address', result.message);
      case 'foreign':
        return byShow(message, now) ?? plain('foreign', '');
    }
  };
}

function ofDesk({ dialect, says, held }: DeskReading): Resolved {
  switch (says.kind) {
    case 'answer':
      return { ...plain('ping', dialect), answer: { kind: 'message', message: says.message } };
    case 'nothing':
      return plain('ignored', `${dialect}: ${says.why}`);
    case 'verbs': {
      const wanted = says.verbs.map(({ verb, args }) => ({ verb, args, id: dialect }));
      const texts = [
        ...wanted.map(({ verb, args }) => `${dialect} → ${verb}${'cue' in args ? ` ${args.cue}` : ''}`),
        ...held.map(({ verb }) => `${dialect} → ${verb}: too soon after its last firing`),
      ];
      const notes = held.map(({ verb }) => ['held', `${dialect} → ${verb}`] as const);
      return { ...plain(wanted.length > 0 ? 'dialect' : 'held', texts.join('; ')), wanted, notes };
    }
  }
}

const refusal = (verdict: 'invalid' | 'unknown', code: string, message: string): Resolved => ({
  ...plain(verdict, message),
  answer: { kind: 'error', code, message },
  notes: [[verdict, message]],
});
