import type { HandlerContext, Handlers } from '../../core/control/dispatcher.ts';
import { messages } from '../../core/messages.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import type { Direction } from '../../core/show/history.ts';
import { lockedEdit } from '../../core/show/timeline-edit/locked.ts';
import type { Documents } from './documents.ts';
import { isDevice } from './door.ts';
import type { Inputs } from './inputs.ts';
import type { LineUpHost } from './line-up.ts';
import type { Live } from './live.ts';
import type { PairingHost } from './pairing.ts';
import type { Fired, Playback } from './playback.ts';
import type { Projectors } from './projectors.ts';
import type { RigVersions } from './rig-versions.ts';
import type { Rooms } from './rooms.ts';
import type { Sound } from './sound.ts';
import type { Which } from './store/store.ts';

/** One function a verb of the table; the compiler refuses a verb without one. */
type Parts = {
  playback: Playback;
  live: Live;
  documents: Documents;
  inputs: Inputs;
  sound: Sound;
  lineUp: LineUpHost;
  rigVersions: RigVersions;
  projectors: Projectors;
  pairing: PairingHost;
  rooms: Rooms;
};

export const createHandlers = (parts: Parts): Handlers => {
  const { playback, live, documents, inputs, sound } = parts;
  const plays =
    (verb: string) =>
    (input: Record<string, unknown>, { sender, at }: HandlerContext) =>
      playback.command(verb, input, sender, at);
  /** Levels change no plan: the reply names the one in force and when the level is seen. */
  const told = (result: Result<number>): Result<Fired> =>
    result.ok ? ok({ ...playback.fired(), effectiveAt: result.value }) : result;
  const steps = (direction: Direction, document: Which | 'draft', sender: string) => {
    if (document === 'draft') return parts.rooms.draft.step(direction, sender);
    const run = () => documents.store[direction](document, sender);
    const edit = document === 'rig' ? documents.store.next(document, direction, sender) : null;
    return edit === null ? run() : parts.lineUp.guarded(edit, sender, run);
  };
  return {
    go: plays('go'),
    back: plays('back'),
    standby: plays('standby'),
    'cue/go': plays('cue/go'),
    'cue/arm': plays('cue/arm'),
    'cue/skip': plays('cue/skip'),
    rehearse: plays('rehearse'),
    'rehearse/end': plays('rehearse/end'),
    pause: plays('pause'),
    resume: plays('resume'),
    stop: plays('stop'),
    seek: plays('seek'),
    panic: plays('panic'),
    master: plays('master'),
    blackout: plays('blackout'),
    'timeline/start': plays('timeline/start'),
    'timeline/stop': plays('timeline/stop'),
    'clip/set': ({ id, param, value }, { at }) => told(live.set(id, param, value, at)),
    release: ({ clip, param }, { at }) => told(ok(live.release(clip ?? null, param ?? null, at))),
    reset(input, context) {
      const reply = plays('reset')(input, context);
      if (reply.ok) live.release(null, null, reply.value.effectiveAt);
      return reply;
    },
    'input/arm': ({ id, armed }) => inputs.arm(id, armed),
    'input/log'({ id }) {
      const log = inputs.log(id);
      return log.ok ? ok({ messages: log.value }) : log;
    },
    'document/edit'({ document, gesture, ...edit }, { sender }) {
      const { draft, show } = documents.store;
      const edited = { draft: draft.current()?.document ?? show.document, show: show.document };
      const isShow = document === 'draft' || document === 'show';
      const locked = isShow ? lockedEdit(edited[document], edit) : ok(null);
      if (!locked.ok) return locked;
      if (document === 'draft') return parts.rooms.draft.edit(edit, sender, gesture ?? null);
      const run = () => documents.store.edit(document, edit, sender, gesture ?? null);
      return document === 'rig' ? parts.lineUp.guarded(edit, sender, run) : run();
    },
    'document/undo': ({ document }, { sender }) => steps('undo', document, sender),
    'document/redo': ({ document }, { sender }) => steps('redo', document, sender),
    // The sound is on the show's own machine, and a device that led would keep it from the clock.
    'sound/lease': ({ page }, { sender }) =>
      isDevice(sender)
        ? fail('lan-page-refused', messages['lan-page-refused'].en, 'page')
        : ok(sound.lease(page)),
    ...parts.lineUp.handlers,
    ...parts.rigVersions.handlers,
    ...parts.projectors.handlers,
    ...parts.pairing.handlers,
    ...parts.rooms.handlers,
  };
};
