import type { Dispatcher, Outcome, Request } from '../../../core/control/dispatcher.ts';
import { isVerb, verbs } from '../../../core/control/verbs.ts';
import { messages } from '../../../core/messages.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import type { Mute } from './mute.ts';

/**
 * Before the one door while this host follows: whatever would change or sound anything is refused. A new verb is refused
 * until it is named here; what only reads, this machine's own settings and its network door pass.
 */
const own = /^(?:spare|lan|pair|preflight|journal)\//;

export const gated = (
  dispatcher: Dispatcher,
  mute: Mute,
  journal: (outcome: Outcome) => void,
): Dispatcher => ({
  dispatch(request) {
    if (!mute.isOn() || passes(request)) return dispatcher.dispatch(request);
    const reply = refusalOf(request);
    // A desk that speaks to both hosts says a thousand things: its light tells that it is heard.
    if (request.source.input === null && !reply.ok) journal({ request, reply, repeated: false });
    return Promise.resolve(reply);
  },
});

const passes = ({ verb, args }: Request): boolean =>
  !isVerb(verb) || verbs[verb].effect === 'read' || own.test(verb) || isOfStation(verb, args);

const isOfStation = (verb: string, args: unknown): boolean =>
  verb.startsWith('document/') &&
  typeof args === 'object' &&
  args !== null &&
  'document' in args &&
  args.document === 'station';

/** Its sound page asks for the lead every other second and is told no, not refused. */
const refusalOf = ({ verb }: Request): Result<unknown> =>
  verb === 'sound/lease' ? ok({ held: false, until: 0 }) : fail('following', messages.following.en, verb);
