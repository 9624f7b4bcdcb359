import type { Ask, PjlinkCommand } from '../../../core/control/pjlink/commands.ts';
import {
  isWorthAsking,
  namesToAsk,
  NO_READINGS,
  roundOf,
  withAnswer,
  withoutCommand,
  type Readings,
} from '../../../core/control/pjlink/readings.ts';
import type { Answer } from './connection.ts';

/** Rounds of questions, one question at a time, so that an order can go between; the first one asks who it is. */
export interface Round {
  readings(): Readings;
  /** The next question worth asking; null: the round is over, and the next call begins another. */
  next(): Ask | null;
  isUnderWay(): boolean;
  /** true: the power is another than it was. */
  learn(ask: Ask, answer: Answer): boolean;
  /** It went silent, or another device may answer next. */
  interrupt(isStranger: boolean): void;
  /** No answer to this question, though others were answered. Some devices hang on what they don't know. */
  missed(ask: Ask): void;
}
const missesToLeaveOut = 2;

export const createRound = (): Round => {
  let readings: Readings = NO_READINGS;
  let asks: Ask[] = [];
  let isIntroduced = false;
  const misses = new Map<PjlinkCommand, number>();
  const begin = () => {
    asks = [...roundOf(readings, !isIntroduced)];
    if (!isIntroduced) readings = { ...NO_READINGS, power: readings.power };
  };
  const isFit = (ask: Ask) =>
    isWorthAsking(readings, ask) && (misses.get(ask.command) ?? 0) < missesToLeaveOut;
  return {
    readings: () => readings,
    isUnderWay: () => asks.length > 0,
    next() {
      if (asks.length === 0) begin();
      while (asks[0] !== undefined && !isFit(asks[0])) asks = asks.slice(1);
      return asks[0] ?? null;
    },
    learn(ask, answer) {
      const before = readings.power;
      misses.delete(ask.command);
      if (answer.kind === 'body') readings = withAnswer(readings, ask, answer.body);
      else if (answer.kind === 'error' && answer.error === 'undefined' && ask.command !== 'POWR')
        readings = withoutCommand(readings, ask.command);
      if (asks[0] === ask) {
        asks = asks.slice(1);
        if (ask.command === 'INST') asks = [...asks, ...namesToAsk(readings)];
        if (!asks.some(isFit)) {
          asks = [];
          isIntroduced = true;
        }
      }
      return readings.power !== before;
    },
    interrupt(isStranger) {
      asks = [];
      if (isStranger) isIntroduced = false;
    },
    missed({ command }) {
      if (command !== 'POWR') misses.set(command, (misses.get(command) ?? 0) + 1);
    },
  };
};
