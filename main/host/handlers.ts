import type { HandlerContext, Handlers } from '../../core/control/dispatcher.ts';
import { ok } from '../../core/result.ts';
import type { Documents } from './documents.ts';
import type { Inputs } from './inputs.ts';
import type { Playback } from './playback.ts';
import type { Sound } from './sound.ts';

/** One function a verb of the table; the compiler refuses a verb without one. */
type Parts = {
  playback: Playback;
  documents: Documents;
  inputs: Inputs;
  sound: Sound;
};

export const createHandlers = ({ playback, documents, inputs, sound }: Parts): Handlers => {
  const plays =
    (verb: string) =>
    (input: Record<string, unknown>, { sender, at }: HandlerContext) =>
      playback.command(verb, input, sender, at);
  return {
    go: plays('go'),
    back: plays('back'),
    standby: plays('standby'),
    'cue/go': plays('cue/go'),
    pause: plays('pause'),
    resume: plays('resume'),
    stop: plays('stop'),
    seek: plays('seek'),
    panic: plays('panic'),
    master: plays('master'),
    blackout: plays('blackout'),
    'timeline/start': plays('timeline/start'),
    'timeline/stop': plays('timeline/stop'),
    'clip/set': plays('clip/set'),
    release: plays('release'),
    reset: plays('reset'),
    'input/arm': ({ id, armed }) => inputs.arm(id, armed),
    'document/edit': ({ document, gesture, ...edit }, { sender }) =>
      documents.store.edit(document, edit, sender, gesture ?? null),
    'document/undo': ({ document }, { sender }) => documents.store.undo(document, sender),
    'document/redo': ({ document }, { sender }) => documents.store.redo(document, sender),
    'sound/lease': ({ page }) => ok(sound.lease(page)),
  };
};
