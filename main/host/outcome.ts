import type { Outcome } from '../../core/control/dispatcher.ts';
import { isVerb, verbs } from '../../core/control/verbs.ts';
import type { Journal } from './journal.ts';

/** What the journal says of a request: one line each, thinned by verb and by refusal; a lease's renewal, a level and a
 * drag are no news (they come by the hundred). */
const silent: ReadonlySet<string> = new Set(['sound/lease', 'clip/set', 'line-up/mark', 'line-up/preview']);
const longestArgs = 500;
/** Who is refused without end must not push the show out of its journal. */
const longestRefusal = 300;
/** Never written down, whatever verb carries them. */
const secret: ReadonlySet<string> = new Set(['password', 'pin', 'token', 'upload']);
const withoutSecrets = (key: string, value: unknown): unknown =>
  secret.has(key) && value !== null ? '•••' : value;

export const journalOutcome = (journal: Journal, { request, reply, repeated }: Outcome): void => {
  const { args, source } = request;
  const verb = request.verb.slice(0, 80);
  if (!reply.ok) {
    const { code, path } = reply;
    const message = reply.message.slice(0, longestRefusal);
    return journal.add(`refused:${code}`, `${verb} from ${source.sender}: ${message}`, { code, path });
  }
  // A fader's way is told by its room once it rests.
  if (repeated || silent.has(verb) || source.sender.endsWith(':ride')) return;
  if (isVerb(verb) && verbs[verb].effect === 'read') return;
  const text = JSON.stringify(args, withoutSecrets) ?? 'null';
  journal.add(`verb:${verb}`, `${verb} from ${source.sender}${wordsOf(args, reply.value)}`, {
    ...firedOf(reply.value),
    args: text.length > longestArgs ? `${text.slice(0, longestArgs)}…` : JSON.parse(text),
  });
};

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
/** Of what steers the show: when it takes effect and what is current then. */
const firedOf = (value: unknown): Record<string, unknown> => {
  const [current, effectiveAt] = [fieldOf(value, 'current'), fieldOf(value, 'effectiveAt')];
  return effectiveAt === undefined ? {} : { current, effectiveAt };
};
/** What a person wants to read of it without opening the data. */
const wordsOf = (args: unknown, value: unknown): string => {
  const [label, document] = [fieldOf(args, 'label'), fieldOf(args, 'document')];
  if (typeof label === 'string' && typeof document === 'string')
    return `: ${document}, "${label.slice(0, 80)}"`;
  const cue = fieldOf(args, 'cue') ?? fieldOf(value, 'current');
  if (typeof cue === 'string') return `: cue ${cue}`;
  const [on, id] = [fieldOf(args, 'on') ?? fieldOf(args, 'armed'), fieldOf(args, 'id')];
  const what = typeof id === 'string' ? ` ${id}` : '';
  return typeof on === 'boolean' ? `:${what} ${on ? 'on' : 'off'}` : what === '' ? '' : `:${what}`;
};
