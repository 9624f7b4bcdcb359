import type { OscMessage } from '../../../core/control/osc/packet.ts';
import { createBuckets } from './bucket.ts';
import { encodeMessage, outOf } from './encode.ts';
import type { OscStats } from './port.types.ts';

export type Sender = { address: string; port: number };
export type Answer =
  | { kind: 'pong' }
  | { kind: 'error'; code: string; message: string }
  | { kind: 'subscribed'; seconds: number }
  | { kind: 'unsubscribed' }
  /** In a desk's own words. */
  | { kind: 'message'; message: OscMessage };

/** Longest text of an answer, characters: Eos takes packets of 512 bytes. */
const MAX_ANSWER = 300;
/** Arguments of a ping that are given back. */
const MAX_ECHO = 8;

/** Sends answers, rate-limited by address; what is withheld is counted. */
export function createAnswers(
  stats: OscStats,
  send: (bytes: Uint8Array, to: Sender) => void,
): (to: Sender, what: Answer, now: number) => void {
  const buckets = createBuckets();
  return (to, what, now) => {
    if (!buckets.allow(to.address, now)) {
      stats.answersWithheld += 1;
      return;
    }
    send(encodeAnswer(what), to);
    stats.answers += 1;
  };
}

function encodeAnswer(what: Answer): Uint8Array {
  switch (what.kind) {
    case 'pong':
      return encodeMessage('/frise/pong', []);
    case 'error':
      return encodeMessage('/frise/error', [
        { type: 's', value: what.code },
        { type: 's', value: what.message.slice(0, MAX_ANSWER) },
      ]);
    case 'subscribed':
      return encodeMessage('/frise/subscribed', [{ type: 'f', value: what.seconds }]);
    case 'unsubscribed':
      return encodeMessage('/frise/unsubscribed', []);
    case 'message':
      return encodeMessage(what.message.address, what.message.args.slice(0, MAX_ECHO).flatMap(outOf));
  }
}
