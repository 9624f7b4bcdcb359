import path from 'node:path';
import { messages } from '../../../core/messages.ts';
import { fail, ok, type Problem, type Result } from '../../../core/result.ts';
import { machineTime } from '../clock.ts';
import { reasonOf } from '../store/files.ts';
import { readFollow, writeFollow, type FollowState } from './follow-file.ts';
import { openLine } from './line.ts';
import { documentsOfSnapshot, mirrorPlace, writeMirror } from './mirror-folder.ts';
import { certificateOf, pairWith } from './pair.ts';
import type { Access, Target } from './target.ts';
import { mirrored, type Mirrored } from './wire.ts';

/**
 * Before a spare opens anything: it is let in, and there is a mirror on its disk to open. Codes: `follow-unpaired`,
 * `follow-unreachable`, those of pairing.
 */
export type Follow = {
  state: FollowState;
  access: Access;
  /** The show folder to open, and the rig in it. */
  show: string;
  rig: string;
};
type Prepare = { target: Target; station: string; spareId: string; say: (line: string) => void };

const answerWithinMs = 8000;

export const prepareFollow = async (options: Prepare): Promise<Result<Follow>> => {
  const { target, station } = options;
  const kept = await readFollow(station, target.url);
  // Made the main one by hand: nobody is asked whether it may open.
  if (kept.taken && kept.mirror !== null) return opened(station, accessOf(kept, target), kept);
  const admitted = await letIn(options, kept);
  if (!admitted.ok) return admitted;
  const state = admitted.value;
  const access = accessOf(state, target);
  const heard = await firstSnapshot(access, options.spareId);
  if (!heard.ok) {
    if (heard.code !== 'follow-unreachable' || state.mirror === null) return heard;
    return opened(station, access, state);
  }
  const documents = documentsOfSnapshot(heard.value);
  if (!documents.ok) return documents;
  const place = mirrorPlace(documents.value.show);
  if (!place.ok) return place;
  await writeMirror(path.join(station, 'shows'), place.value, documents.value);
  const next = { ...state, mirror: place.value };
  await writeFollow(station, next);
  return opened(station, access, next);
};

const accessOf = (state: FollowState, target: Target): Access => ({
  url: target.url,
  token: target.token ?? state.token,
  ca: state.ca,
});

const letIn = async ({ target, station, say }: Prepare, kept: FollowState): Promise<Result<FollowState>> => {
  let { ca } = kept;
  try {
    if (target.url.startsWith('https:') && (ca === null || target.pin !== null)) {
      const shown = await certificateOf(target.url);
      say(`the main host's certificate is ${shown.fingerprint}: compare it with the main console's Settings`);
      ca = shown.pem;
    }
  } catch (error) {
    return unreachable(reasonOf(error), target.url);
  }
  if (target.pin === null) return ok({ ...kept, ca });
  const paired = await pairWith(target.url, ca, target.pin);
  // A PIN that stands in a start script is spent after the first time; the token of then goes on.
  if (!paired.ok) return kept.token === null ? paired : ok({ ...kept, ca: kept.ca });
  const state = { ...kept, ca, token: paired.value.token };
  await writeFollow(station, state);
  return ok(state);
};

const opened = (station: string, access: Access, state: FollowState): Result<Follow> => {
  if (state.mirror === null) return unreachable('', access.url);
  const show = path.join(station, 'shows', state.mirror.folder);
  return ok({ state, access, show, rig: path.join(show, state.mirror.rig) });
};

type First = Pick<Mirrored, 'show' | 'facade' | 'rig'>;
const firstSnapshot = (access: Access, id: string): Promise<Result<First>> =>
  new Promise((resolve) => {
    const settle = (result: Result<First>) => {
      cancel();
      line.close();
      resolve(result);
    };
    const cancel = machineTime.timer(answerWithinMs, () => settle(unreachable('no answer', access.url)));
    const line = openLine({
      access: () => access,
      id,
      after: machineTime.timer,
      events: {
        welcome(snapshot) {
          const show = mirrored.show.safeParse(snapshot['show']);
          const facade = mirrored.facade.safeParse(snapshot['facade']);
          const rig = mirrored.rig.safeParse(snapshot['rig']);
          if (show.success && facade.success && rig.success)
            settle(ok({ show: show.data, facade: facade.data, rig: rig.data }));
          else settle(fail('follow-refused', messages['follow-refused'].en, access.url));
        },
        patch: () => undefined,
        refused: (problem) => settle(refusedBy(problem, access.url)),
        lost: (reason) => settle(unreachable(reason, access.url)),
      },
    });
  });

const unreachable = (reason: string, url: string) =>
  fail('follow-unreachable', `${url}: ${messages['follow-unreachable'].en} (${reason})`, '--follow');

/** What the other host's refusal means to who starts a spare. */
export const refusedBy = ({ code, message }: Problem, url: string): { ok: false } & Problem =>
  ['pairing-needed', 'device-revoked', 'role-refused'].includes(code)
    ? fail('follow-unpaired', `${url}: ${messages['follow-unpaired'].en}`, '--follow')
    : fail(code, `${url}: ${message}`, '--follow');
