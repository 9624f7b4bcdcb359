import {
  BUSY_PATIENCE,
  SILENT_PATIENCE,
  wordOfOrder,
  type GivenUp,
  type Order,
  type OrderWord,
  type Verdict,
  type Waiting,
} from '../../../core/control/pjlink/orders.ts';
import type { DeviceNote } from './port.types.ts';

/** Orders of one projector that are not done: one of each kind, the newest, in the order of arrival. Machine seconds. */
export type Entry = {
  order: Order;
  given: number;
  notBefore: number;
  why: Waiting;
  /** Since when nothing is heard of it; null: it was refused for now, by a projector that answers. */
  silentSince: number | null;
};
export interface OrderBook {
  give(order: Order, now: number): void;
  /** The first that is due; null: none. */
  due(now: number): Entry | null;
  /** When the next one is due, `Infinity` without one. */
  nextAt(): number;
  settle(entry: Entry, verdict: Verdict, now: number, retryIn: number): void;
  /** The projector does not answer: all of them wait. */
  silence(now: number, until: number): void;
  giveUpAll(why: GivenUp): void;
  /** The projector has changed its mind: what waits may go now. */
  hurry(now: number): void;
  dropOverdue(now: number): void;
  isComing(): boolean;
  notes(): DeviceNote[];
}
type Kind = Order['kind'];

export const createOrderBook = (onGivenUp: (word: OrderWord, why: GivenUp) => void): OrderBook => {
  const open = new Map<Kind, Entry>();
  const failed = new Map<Kind, { word: OrderWord; why: GivenUp }>();
  const entries = () => [...open.values()];
  const giveUp = ({ order }: Entry, why: GivenUp) => {
    const word = wordOfOrder(order);
    open.delete(order.kind);
    failed.set(order.kind, { word, why });
    onGivenUp(word, why);
  };
  const overdueAt = ({ given, silentSince }: Entry) =>
    Math.min(given + BUSY_PATIENCE, (silentSince ?? Infinity) + SILENT_PATIENCE);
  const take = (order: Order, now: number) => {
    failed.delete(order.kind);
    open.delete(order.kind);
    open.set(order.kind, { order, given: now, notBefore: now, why: 'sending', silentSince: now });
  };
  return {
    give(order, now) {
      take(order, now);
      // What is told to go dark needs no shutter, and would refuse one.
      if (order.kind === 'power' && !order.on)
        for (const kind of ['shutter', 'input'] as const) open.delete(kind);
    },
    due: (now) => entries().find(({ notBefore }) => notBefore <= now) ?? null,
    nextAt: () => Math.min(...entries().map((entry) => Math.min(entry.notBefore, overdueAt(entry)))),
    settle(entry, verdict, now, retryIn) {
      if (open.get(entry.order.kind) !== entry) return; // replaced meanwhile
      switch (verdict.is) {
        case 'done':
          return void open.delete(entry.order.kind);
        case 'given-up':
          return giveUp(entry, verdict.why);
        case 'waiting':
          entry.why = verdict.why;
          entry.notBefore = now + retryIn;
          entry.silentSince = null;
          return;
        default:
          return verdict satisfies never;
      }
    },
    silence(now, until) {
      for (const entry of entries()) {
        entry.why = 'silent';
        entry.notBefore = until;
        entry.silentSince ??= now;
      }
    },
    giveUpAll: (why) => entries().forEach((entry) => giveUp(entry, why)),
    hurry: (now) => entries().forEach((entry) => (entry.notBefore = now)),
    dropOverdue: (now) =>
      entries()
        .filter((entry) => overdueAt(entry) <= now)
        .forEach((entry) => giveUp(entry, 'too-long')),
    isComing() {
      const power = open.get('power')?.order;
      return power?.kind === 'power' && power.on;
    },
    notes: () => [
      ...entries().map(({ order, why }) => ({ order: wordOfOrder(order), why, isWaiting: true })),
      ...[...failed.values()].map(({ word, why }) => ({ order: word, why, isWaiting: false })),
    ],
  };
};
