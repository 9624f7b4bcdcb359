import type { Handlers } from '../../../core/control/dispatcher.ts';
import type { soundVerbs } from '../../../core/control/sound.verbs.ts';
import { messages } from '../../../core/messages.ts';
import { fail, ok } from '../../../core/result.ts';
import { soundInputOf, soundOf } from '../../../core/station/sound.read.ts';
import type { Room, RoomParts } from '../rooms.ts';
import { createSoundInput } from './input.ts';

/** Sound alone, the station's sound device, and live sound as a way in. */
export type SoundRoom = Room & { handlers: Pick<Handlers, keyof typeof soundVerbs> };

export const createSoundRoom = (parts: RoomParts): SoundRoom => {
  const { clock, hub, documents, playback, sound } = parts;
  const station = () => documents.store.station.document;
  const live = createSoundInput({ ...parts, tell: (topic) => hub.set('soundInput', topic) });
  /** The page whose levels count: the last that told any. */
  let teller: string | null = null;
  return {
    handlers: {
      'sound/fade': (input, { sender, at }) => playback.command('sound/fade', input, sender, at),
      'sound/stop': (input, { sender, at }) => playback.command('sound/stop', input, sender, at),
      'sound/identify'({ channel }) {
        if (sound.topic().leader === null)
          return fail('sound-page-missing', messages['sound-page-missing'].en, 'sound');
        const at = clock.now();
        hub.set('soundTest', { channel, at });
        return ok({ effectiveAt: at });
      },
      async 'sound/device'({ device }, { sender }) {
        const put = { 'sound:main': { ...soundOf(station()), device } };
        const edit = { label: 'choose the sound device', put, remove: [], order: {} };
        const edited = await documents.store.edit('station', edit, sender);
        return edited.ok ? ok({ device }) : edited;
      },
    },
    changed(which) {
      if (which === 'station') live.listen(soundInputOf(station()).on);
    },
    report(page, report, client) {
      if (page.kind !== 'audio' || report.kind !== 'sound-input') return;
      teller = client;
      live.report(report);
    },
    left(_page, client) {
      if (client !== teller) return;
      teller = null;
      live.left();
    },
    dispose: live.dispose,
  };
};
