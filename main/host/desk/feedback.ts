import { feedbackOf, newsOf } from '../../../core/control/feedback.ts';
import type { FeedbackValue } from '../../../core/control/feedback.ts';
import type { OutArg } from '../../../core/control/osc/out.ts';
import { messages } from '../../../core/messages.ts';
import { fail } from '../../../core/result.ts';
import { encodeMessage } from '../../ports/osc/encode.ts';
import type { Subscriptions } from '../../ports/osc/port.types.ts';
import type { Cancel } from '../clock.ts';
import type { RoomParts } from '../rooms.ts';

/**
 * Who is told what the show does: all of it at first, then what has changed, at most so many times a second. The values
 * are made once for all; nobody subscribed costs nothing, and whoever is gone is forgotten at the first try.
 */
type Subscriber = {
  prefix: string;
  /** Updates a second. */
  rate: number;
  /** Clock seconds at which it ends; null: with its connection or its record. */
  until: number | null;
  /** false: it is gone. */
  send(bytes: Uint8Array): boolean;
};
/** The subscriptions of one input. `expires`: without a connection, whose end would tell. */
export type Subscribing = (input: string, expires: boolean) => Subscriptions;
export interface Feedback {
  subscribing: Subscribing;
  /** A subscriber that stays; telling it again begins anew. */
  tell(key: string, subscriber: Subscriber): void;
  forget(key: string): void;
  /** Something has changed: whoever may be told is. */
  look(): void;
  dispose(): void;
}

/** Senders that subscribed by themselves, and what they get: seconds, updates a second. */
const MOST = 16;
const USUAL = 60;
const LONGEST = 3600;
const RATE = 10;
const PREFIX = '/frise/out';
/** Milliseconds between two looks while somebody listens. */
const TICK = 33;
/** Longest wait after which a renewal in time is certain not to have come, for a connection: never. */
const FOREVER = 0;

type Told = Subscriber & { told: Map<string, OutArg['value']>; nextAt: number };
type Parts = Pick<RoomParts, 'clock' | 'documents' | 'playback' | 'health' | 'journal' | 'mute'>;

export const createFeedback = ({ clock, documents, playback, health, journal, mute }: Parts): Feedback => {
  const subscribers = new Map<string, Told>();
  const guests = new Set<string>();
  let ticking: Cancel | null = null;

  const forget = (key: string): void => {
    subscribers.delete(key);
    guests.delete(key);
    if (subscribers.size > 0) return;
    ticking?.();
    ticking = null;
  };
  const values = (): FeedbackValue[] => {
    const plan = playback.plans().at(-1);
    if (plan === undefined) return [];
    const { problems } = health.status();
    const at = Math.max(clock.now(), plan.effectiveAt);
    return feedbackOf(documents.compiled(), plan, at, problems.length);
  };
  const look = (): void => {
    if (mute.isOn()) return;
    // Durations: the show clock of a spare may step.
    const now = clock.host();
    let made: FeedbackValue[] | null = null;
    for (const [key, one] of subscribers) {
      if (one.until !== null && now >= one.until) {
        forget(key);
        continue;
      }
      if (now < one.nextAt) continue;
      made ??= values();
      const news = newsOf(made, one.told);
      if (news.length === 0) continue;
      one.nextAt = now + 1 / one.rate;
      if (!news.every(({ address, arg }) => one.send(encodeMessage(`${one.prefix}${address}`, [arg]))))
        forget(key);
    }
  };
  const tell = (key: string, subscriber: Subscriber): void => {
    subscribers.set(key, { ...subscriber, told: new Map(), nextAt: -Infinity });
    ticking ??= clock.every(TICK, look);
  };
  return {
    tell,
    forget,
    look,
    subscribing: (input, expires) => ({
      add(from, seconds, send) {
        const key = `${input} ${from}`;
        if (!guests.has(key) && guests.size >= MOST)
          return fail('feedback-full', messages['feedback-full'].en);
        const granted = Math.min(LONGEST, Math.max(1, seconds ?? USUAL));
        const isEndless = !expires && seconds === null;
        if (!guests.has(key)) journal.add('feedback', `${from} subscribed`, { input });
        guests.add(key);
        tell(key, {
          prefix: PREFIX,
          rate: RATE,
          until: isEndless ? null : clock.host() + granted,
          send,
        });
        // Behind the answer.
        clock.after(0, look);
        return { ok: true, value: isEndless ? FOREVER : granted };
      },
      remove(from) {
        forget(`${input} ${from}`);
      },
    }),
    dispose() {
      for (const key of subscribers.keys()) forget(key);
    },
  };
};
