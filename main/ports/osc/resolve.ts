import { resolveNative } from '../../../core/control/osc/namespace.ts';
import type { OscMessage } from '../../../core/control/osc/packet.ts';
import type { IsText } from '../../../core/control/osc/read.ts';
import { matchTriggers, noTriggerState } from '../../../core/control/osc/trigger.ts';
import type { OscTrigger } from '../../../core/control/osc/trigger.ts';
import type { Answer } from './answer.ts';
import type { OscVerdict } from './port.types.ts';

/** A verb to run; `id` is `native` or the trigger's. */
export type Wanted = { verb: string; args: Readonly<Record<string, unknown>>; id: string };
export type Resolved = {
  verdict: OscVerdict;
  detail: string;
  wanted: readonly Wanted[];
  answer: Answer | null;
  /** What the journal should hear: kind and detail. */
  notes: readonly (readonly [kind: string, detail: string])[];
};

const plain = (verdict: OscVerdict, detail: string): Resolved => ({
  verdict,
  detail,
  wanted: [],
  answer: null,
  notes: [],
});

/** Message → verbs: the native namespace first, where it is on, then the show's triggers. Keeps the triggers' state. */
export function createResolver(options: {
  native: boolean;
  triggers: () => readonly OscTrigger[];
  isText: IsText;
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
    return { verdict, detail: detail === '' ? 'no edge' : detail, wanted, answer: null, notes };
  };
  return (message, now) => {
    if (!options.native) return byTrigger(message, now) ?? plain('foreign', '');
    const result = resolveNative(message, options.isText);
    switch (result.kind) {
      case 'verb':
        return {
          ...plain('verb', result.verb),
          wanted: [{ verb: result.verb, args: result.args, id: 'native' }],
        };
      case 'ping':
        return { ...plain('ping', ''), answer: { kind: 'pong' } };
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
        return byTrigger(message, now) ?? refusal('unknown', 'unknown-address', result.message);
      case 'foreign':
        return byTrigger(message, now) ?? plain('foreign', '');
    }
  };
}

const refusal = (verdict: 'invalid' | 'unknown', code: string, message: string): Resolved => ({
  ...plain(verdict, message),
  answer: { kind: 'error', code, message },
  notes: [[verdict, message]],
});
