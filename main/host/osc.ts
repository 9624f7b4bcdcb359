import type { Dispatcher } from '../../core/control/dispatcher.ts';
import { ok, fail, type Result } from '../../core/result.ts';
import { OscPortError } from '../ports/osc/error.ts';
import { createOscPort } from '../ports/osc/osc.port.ts';
import type { OscPort, OscVerdict, RawMessage } from '../ports/osc/port.types.ts';
import type { Host } from './assemble.ts';
import type { Documents } from './documents.ts';
import { addressText, type Address } from './options.ts';
import { isTextParameter } from './text-parameters.ts';
import { triggersFor } from './trigger-door.ts';

/** The desk's way in: the OSC port wired to the door, to the show's triggers and to the consoles. */

export const openOsc = async (
  host: Host,
  documents: Documents,
  listen: Address,
): Promise<Result<OscPort>> => {
  const { clock, journal } = host;
  const input = host.inputs.register({ id: 'osc', kind: 'osc' });
  try {
    const port = await createOscPort({
      ...listen,
      native: true,
      senders: [],
      clock,
      dispatch: (request) => dispatchFrom(host.dispatcher, request),
      triggers: triggersFor(documents.compiled, 'osc'),
      isText: (clip, param) => isTextParameter(documents.compiled(), clip, param),
      desk: null,
      duplicates: null,
      subscriptions: host.subscriptions('osc', true),
      journal: (entry) => journal.add('osc', 'osc', entry),
      onMessage(raw) {
        input.heard(inputOf(raw, input.isArmed()), raw.message);
        input.is('ready', addressText(port.address));
      },
    });
    input.is('waiting', addressText(port.address));
    return ok(port);
  } catch (error) {
    const code = error instanceof OscPortError ? error.code : 'port-failed';
    return fail(code, error instanceof Error ? error.message : String(error), '--osc');
  }
};

type OscRequest = { verb: string; args: unknown; source: { address: string; id: string } };
/** The sender is the desk's address without its port: some senders take another one for each message. */
const dispatchFrom = (dispatcher: Dispatcher, { verb, args, source }: OscRequest) =>
  dispatcher.dispatch({
    verb,
    args,
    source: { sender: `osc:${source.address}`, roles: ['operator'], input: 'osc' },
    requestId: null,
    at: null,
  });

/** Words that would have become a verb, had the input been armed. */
const acts: ReadonlySet<OscVerdict> = new Set(['verb', 'trigger', 'dialect']);

export const inputOf = (raw: RawMessage, isArmed: boolean) => ({
  text: raw.text.slice(0, 300),
  from: raw.from,
  at: new Date(raw.wallMs).toISOString(),
  verdict: verdictOf(!isArmed && acts.has(raw.verdict) ? 'disarmed' : raw.verdict, raw.detail),
});
const verdictOf = (word: string, detail: string): string =>
  detail === '' ? word : `${word}: ${detail.slice(0, 200)}`;
