import type { Handlers } from '../../core/control/dispatcher.ts';
import type { versionVerbs } from '../../core/control/version.verbs.ts';
import { ok } from '../../core/result.ts';
import type { Room, RoomParts } from './rooms.ts';

/** The room of the version that is played: a choice of the night, told as an edit of the show's own record. */
type Version = Room & { handlers: Pick<Handlers, keyof typeof versionVerbs> };

export const createVersion = ({ documents }: Pick<RoomParts, 'documents'>): Version => ({
  handlers: {
    async version({ flashes, language }, { sender }) {
      const { id, show } = documents.compiled();
      const now = { flashes: flashes ?? show.flashes, language: language ?? show.language };
      if (now.flashes === show.flashes && now.language === show.language) return ok(now);
      const record = { ...Object(documents.store.show.document.records[id]), ...now };
      const edit = { label: 'version', put: { [id]: record }, remove: [], order: {} };
      const edited = await documents.store.edit('show', edit, sender, null);
      return edited.ok ? ok(now) : edited;
    },
  },
  dispose: () => undefined,
});
