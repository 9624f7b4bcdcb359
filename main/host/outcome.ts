import type { Outcome } from '../../core/control/dispatcher.ts';
import type { Journal } from './journal.ts';

/** What the journal says of a request: one line each, thinned by verb and by refusal; a lease's renewal, a level and a
 * drag are no news (they come by the hundred). */
const silent: ReadonlySet<string> = new Set(['sound/lease', 'clip/set', 'line-up/mark', 'line-up/preview']);
const longestArgs = 500;
/** Never written down, whatever verb carries them. */
const secret: ReadonlySet<string> = new Set(['password', 'pin', 'token']);
const withoutSecrets = (key: string, value: unknown): unknown =>
  secret.has(key) && value !== null ? '•••' : value;

export const journalOutcome = (journal: Journal, { request, reply, repeated }: Outcome): void => {
  const { args, source } = request;
  const verb = request.verb.slice(0, 80);
  if (!reply.ok) {
    const { code, message, path } = reply;
    return journal.add(`refused:${code}`, `${verb} from ${source.sender}: ${message}`, { code, path });
  }
  // A fader's way is told by its room once it rests.
  if (repeated || silent.has(verb) || source.sender.endsWith(':ride')) return;
  const text = JSON.stringify(args, withoutSecrets) ?? 'null';
  journal.add(`verb:${verb}`, `${verb} from ${source.sender}`, {
    args: text.length > longestArgs ? `${text.slice(0, longestArgs)}…` : JSON.parse(text),
  });
};
