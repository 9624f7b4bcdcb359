import type { HandlerContext, Handlers } from '../../../core/control/dispatcher.ts';
import { outArguments } from '../../../core/control/osc/out.ts';
import { messages } from '../../../core/messages.ts';
import { fail, ok, type Problem, type Result } from '../../../core/result.ts';
import type { CompiledShow } from '../../../core/show/compiled.ts';
import { encodeMessage } from '../../ports/osc/encode.ts';
import { createBucket, type Bucket } from '../bucket.ts';
import type { RoomParts } from '../rooms.ts';
import type { Line } from './desks.ts';

/** What is sent to desks: by a cue's action at its exact time, by a clip, by whoever asks. */
export type OscSend = {
  to: string;
  address: string;
  args: readonly (number | string | boolean)[];
  types: string;
};
export interface Sending {
  handler: Handlers['osc/send'];
  /** At once. */
  send(what: OscSend): Result<{ peers: number | null }>;
  /** Whom the show wants to speak to and the station does not know: said before the show and not in it. */
  check(): void;
}
/** Messages a second to one desk, and at once. */
const RATE = 500;
const BURST = 1000;
const OWNER = 'desk sending';

type Options = Pick<RoomParts, 'clock' | 'documents' | 'health' | 'journal'> & {
  lineTo(name: string): Line | null;
};

export const createSending = ({ clock, documents, health, journal, lineTo }: Options): Sending => {
  const buckets = new Map<string, Bucket>();
  const mayPass = (to: string): boolean => {
    const bucket = buckets.get(to) ?? createBucket(RATE, BURST, clock.host);
    buckets.set(to, bucket);
    return bucket.take();
  };
  const send = ({ to, address, args, types }: OscSend): Result<{ peers: number | null }> => {
    const line = lineTo(to);
    if (line === null) return refused('desk-unknown', to);
    const out = outArguments(args, types);
    if (!out.ok) return out;
    if (!mayPass(to)) return refused('desk-flood', to);
    const peers = line.send(encodeMessage(address, out.value));
    return peers > 0 ? ok({ peers }) : refused('desk-nobody', to);
  };
  /** What can be said beforehand is; then it leaves at its time and not a moment sooner. */
  const later = (what: OscSend, at: number): Result<{ peers: number | null }> => {
    if (lineTo(what.to) === null) return refused('desk-unknown', what.to);
    const out = outArguments(what.args, what.types);
    if (!out.ok) return out;
    clock.at(at, () => {
      const sent = send(what);
      if (!sent.ok) journal.add(`refused:${sent.code}`, `osc/send ${what.address}: ${sent.message}`);
    });
    return ok({ peers: null });
  };
  return {
    send,
    handler: (input, { at }: HandlerContext) =>
      at !== null && at > clock.now() ? later(input, at) : send(input),
    check() {
      const missing = targetsOf(documents.compiled()).filter(({ to }) => lineTo(to) === null);
      health.set(
        OWNER,
        missing.map(({ to, path }): Problem => ({
          code: 'desk-unknown',
          message: `"${to}": ${messages['desk-unknown'].en}`,
          path,
        })),
      );
    },
  };
};

const refused = (code: 'desk-unknown' | 'desk-flood' | 'desk-nobody', to: string) =>
  fail(code, `"${to}": ${messages[code].en}`, 'to');

/** Everyone whom cues and clips of the show name, once. */
const targetsOf = (show: CompiledShow): { to: string; path: string }[] => {
  const found = new Map<string, string>();
  const note = (to: unknown, path: string): void => {
    if (typeof to === 'string' && !found.has(to)) found.set(to, path);
  };
  for (const cue of show.cues)
    for (const { verb, args } of [...cue.actions, ...cue.variants.flat()])
      if (verb === 'osc/send') note(args['to'], cue.id);
  for (const timeline of Object.values(show.timelines))
    for (const track of timeline.messages)
      for (const clip of track.clips) note(clip.parameters['to'], clip.id);
  return [...found].map(([to, path]) => ({ to, path }));
};
