import type { HandlerContext } from '../../core/control/dispatcher.ts';
import type { standbyVerbs } from '../../core/control/standby.verbs.ts';
import type { Handlers } from '../../core/control/dispatcher.ts';
import { messages } from '../../core/messages.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { normaliseCueNumber } from '../../core/show/cue-number.ts';
import { markedShow } from '../../core/playback/marked.ts';
import type { Room, RoomParts } from './rooms.ts';

/** A surface's two buttons: standby goes to the neighbour in number order, and stays at the ends. */
type StandbyStep = Room & { handlers: Pick<Handlers, keyof typeof standbyVerbs> };

export const createStandbyStep = ({ documents, playback, clock }: RoomParts): StandbyStep => {
  const step = (by: 1 | -1, { sender, at }: HandlerContext): Result<{ standby: string }> => {
    const marks = playback.plans().at(-1)?.marks ?? {};
    const numbers = markedShow(documents.compiled(), { marks })
      .cues.filter((cue) => cue.at && !cue.disarmed && !cue.skip)
      .map((cue) => normaliseCueNumber(cue.number));
    const { standby } = playback.status(clock.now()).cues;
    const from = standby === null ? (by > 0 ? -1 : numbers.length) : numbers.indexOf(standby);
    const cue = numbers[Math.min(numbers.length - 1, Math.max(0, from + by))];
    if (cue === undefined) return fail('no-standby', messages['no-standby'].en, '');
    const reply = playback.command('standby', { cue }, sender, at);
    return reply.ok ? ok({ standby: cue }) : reply;
  };
  return {
    handlers: {
      'standby/next': (_, context) => step(1, context),
      'standby/previous': (_, context) => step(-1, context),
    },
    dispose: () => undefined,
  };
};
