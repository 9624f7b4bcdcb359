import type { Ask } from '../../../core/control/pjlink/commands.ts';
import { asksOf, verdictOnDone, verdictOnError, type Verdict } from '../../../core/control/pjlink/orders.ts';
import { isDone } from '../../../core/control/pjlink/values.ts';
import type { Answer } from './connection.ts';
import { createNap } from './nap.ts';
import { createOrderBook, type Entry } from './order-book.ts';
import type { DeviceOptions, PjlinkDevice } from './port.types.ts';
import { createRound } from './round.ts';
import { createTalk, isLocked } from './talk.ts';

/**
 * One projector. A single loop does one thing at a time, so never more than one question is in flight; an order that is
 * due goes before the next question of a round.
 */
const roundSeconds = 10;
/** While it warms, cools, or an order waits for it. */
const restlessSeconds = 5;
/** A projector takes a moment to own up to what it was told. */
const afterOrderSeconds = 1;

export const createDevice = (options: DeviceOptions): PjlinkDevice => {
  const { clock, onChange } = options;
  const talk = createTalk(options);
  const book = createOrderBook(options.onGivenUp);
  const round = createRound();
  const nap = createNap(clock);
  let lookAt = clock.host();
  let isDisposed = false;

  const stumbled = () => {
    round.interrupt(talk.state() === 'silent');
    const now = clock.host();
    const retryIn = talk.retryIn();
    lookAt = now + retryIn;
    if (isLocked(talk.fault())) book.giveUpAll('refused');
    else book.silence(now, now + Math.min(retryIn, restlessSeconds));
    onChange();
  };
  /** null: there is no answer, and what follows from that has been done. */
  const say = async (ask: Ask): Promise<Exclude<Answer, { kind: 'fault' }> | null> => {
    const answer = await talk.say(ask, round.readings().class);
    if (answer.kind !== 'fault') return answer;
    if (!isDisposed) {
      if (talk.wasProven()) round.missed(ask);
      stumbled();
    }
    return null;
  };
  const learn = async (ask: Ask): Promise<boolean> => {
    const answer = await say(ask);
    if (answer === null) return false;
    if (round.learn(ask, answer)) {
      book.hurry(clock.host());
      onChange();
    }
    return true;
  };
  const look = async () => {
    const ask = round.next();
    if (ask !== null && !(await learn(ask))) return;
    if (round.isUnderWay()) return;
    const { power } = round.readings();
    const isRestless = power === 'warming' || power === 'cooling' || book.nextAt() < Infinity;
    lookAt = clock.host() + (isRestless ? restlessSeconds : roundSeconds);
    onChange();
  };
  /** What the device says of itself afterwards tells what its refusal means, and what its yes is worth. */
  const tell = async ({ order }: Entry): Promise<Verdict | null> => {
    let verdict: Verdict = { is: 'waiting', why: 'busy' };
    for (const ask of asksOf(order)) {
      const answer = await say(ask);
      if (answer === null) return null;
      const isRefused = answer.kind === 'error';
      if (!isRefused && !(answer.kind === 'body' && isDone(answer.body))) return verdict;
      const question: Ask = { command: isRefused ? 'POWR' : ask.command, parameter: '?' };
      if (!(await learn(question))) return isRefused ? null : { is: 'done' };
      const { power } = round.readings();
      verdict = isRefused
        ? verdictOnError(order, answer.error, power, book.isComing())
        : verdictOnDone(order, power);
      if (verdict.is !== 'given-up' || verdict.why !== 'unsupported') break;
    }
    return verdict;
  };
  const carryOut = async (entry: Entry) => {
    const verdict = await tell(entry);
    if (verdict === null || isDisposed) return;
    book.settle(entry, verdict, clock.host(), restlessSeconds);
    lookAt = Math.min(lookAt, clock.host() + afterOrderSeconds);
    onChange();
  };
  const step = async () => {
    const now = clock.host();
    book.dropOverdue(now);
    const entry = book.due(now);
    if (entry !== null) await carryOut(entry);
    else if (round.isUnderWay() || lookAt <= now) await look();
    else await nap.sleep(Math.min(lookAt, book.nextAt()) - now);
  };
  const work = async () => {
    while (!isDisposed)
      try {
        await step();
      } catch (error) {
        // A fault of ours must not take the host with it, nor run hot.
        options.onError(error);
        round.interrupt(true);
        lookAt = clock.host() + roundSeconds;
        await nap.sleep(roundSeconds);
      }
  };
  void work();
  const { state, fault, lastAnswerAt } = talk;
  return {
    status: () => ({
      state: state(),
      fault: fault(),
      readings: round.readings(),
      notes: book.notes(),
      lastAnswerAt: lastAnswerAt(),
    }),
    order(order) {
      book.give(order, clock.host());
      onChange();
      nap.wake();
    },
    setPassword(password) {
      talk.setPassword(password);
      lookAt = clock.host();
      nap.wake();
    },
    dispose() {
      isDisposed = true;
      talk.dispose();
      nap.wake();
    },
  };
};
