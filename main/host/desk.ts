import type { Handlers } from '../../core/control/dispatcher.ts';
import type { deskVerbs } from '../../core/control/desk.verbs.ts';
import { hasOscClips } from '../../core/playback/osc-clips.ts';
import { createDesks } from './desk/desks.ts';
import { createFeedback } from './desk/feedback.ts';
import type { Subscribing } from './desk/feedback.ts';
import { createLearn } from './desk/learn.ts';
import { createOscClips } from './desk/osc-clips.ts';
import { createSending } from './desk/sending.ts';
import type { Room, RoomParts } from './rooms.ts';

/** The room of the lighting desk: its ways in beside `--osc`, what it is told, and what is sent to it. */
export type DeskRoom = Room & {
  handlers: Pick<Handlers, keyof typeof deskVerbs>;
  /** For every port: a sender that wants to be told asks here. */
  subscriptions: Subscribing;
};

export const createDesk = (parts: RoomParts): DeskRoom => {
  const { clock, documents, playback, live, mute } = parts;
  const feedback = createFeedback(parts);
  const desks = createDesks(parts, feedback);
  const sending = createSending({ ...parts, lineTo: desks.lineTo });
  const clips = createOscClips({
    clock,
    show: documents.compiled,
    plans: playback.plans,
    live: live.samples,
    // A spare leaves it to the main host.
    send: (what) => (mute.isOn() ? undefined : sending.send(what)),
  });
  const stopListening = parts.hub.subscribe(({ topic }) => {
    if (topic !== 'plans') return;
    clips.replanned();
    feedback.look();
  });
  return {
    handlers: { 'osc/send': sending.handler, 'input/learn': createLearn(parts.inputs) },
    subscriptions: feedback.subscribing,
    changed(which) {
      if (which === 'station') desks.update();
      if (which !== 'show' && which !== 'station') return;
      sending.check();
      clips.reload(hasOscClips(documents.compiled()));
    },
    async dispose() {
      stopListening();
      clips.dispose();
      feedback.dispose();
      await desks.dispose();
    },
  };
};
