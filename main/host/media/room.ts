import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Handlers } from '../../../core/control/dispatcher.ts';
import type { mediaVerbs } from '../../../core/control/media.verbs.ts';
import type { MediaTopics } from '../../../core/control/media.topics.ts';
import { ok } from '../../../core/result.ts';
import type { Room, RoomParts } from '../rooms.ts';
import { ffmpegVersion } from './ffmpeg.ts';
import { takeIn } from './take-in.ts';
import { createUploads, type Uploads } from './uploads.ts';

/** The show's files: taken in, and told which of them are here. Putting them into the document is the page's edit. */
export interface MediaRoom extends Room {
  handlers: Pick<Handlers, keyof typeof mediaVerbs>;
  uploads: Pick<Uploads, 'has' | 'append' | 'convertedFile'>;
}
type Parts = Pick<RoomParts, 'clock' | 'documents' | 'hub' | 'journal'>;

export const createMediaRoom = ({ clock, documents, hub, journal }: Parts): MediaRoom => {
  const { store } = documents;
  const folders = store.mediaFolders;
  const uploads = createUploads({ folder: join(folders[0] ?? '', '.frise/uploads'), clock });
  let isDisposed = false;
  let looking: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    const facts: MediaTopics['media'] = {};
    for (const { id } of Object.values(documents.compiled().media)) {
      const file = store.mediaFile(id);
      const bytes = file.ok
        ? await stat(file.value).then(
            ({ size }) => size,
            () => null,
          )
        : null;
      facts[id] = { state: bytes === null ? 'missing' : 'here', bytes };
    }
    if (!isDisposed && JSON.stringify(facts) !== JSON.stringify(hub.get('media'))) hub.set('media', facts);
  };
  const lookAgain = (): void => {
    looking = looking.then(look);
  };
  lookAgain();
  return {
    uploads,
    handlers: {
      'media/begin': (file) => uploads.begin(file),
      async 'media/finish'({ upload, sha256 }) {
        const taken = await uploads.finish(upload, sha256 ?? null, async (file) => {
          const show = { document: store.show.document, folders };
          const done = await takeIn(show, file);
          if (done.ok) journal.add('media', `${file.name} is in the show as ${done.value.path}`);
          return done;
        });
        if (taken.ok) lookAgain();
        return taken;
      },
      'media/converter': async () => ok({ ffmpeg: await ffmpegVersion() }),
      'media/convert': ({ upload }) => uploads.convert(upload),
      'media/converted': ({ upload }) => uploads.converted(upload),
      'media/cancel': ({ upload }) => uploads.cancel(upload),
    },
    changed(which) {
      if (which === 'show') lookAgain();
    },
    async dispose() {
      isDisposed = true;
      await uploads.dispose();
      await looking;
    },
  };
};
