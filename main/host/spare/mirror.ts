import { messages } from '../../../core/messages.ts';
import { fail, type Problem, type Result } from '../../../core/result.ts';
import { editBetween } from '../../../core/show/edit-between.ts';
import type { FriseDocument } from '../../../core/show/document.ts';
import type { RoomParts } from '../rooms.ts';
import { reasonOf } from '../store/files.ts';
import type { Which } from '../store/store.ts';
import { mirrorPlace, readMirrorDocument, type MirrorPlace } from './mirror-folder.ts';
import { isMirrored, mirrored, type Mirrored } from './wire.ts';

/**
 * Takes the other host's topics over, one after another in the order in which they came: a plan that belongs to an edit
 * is not drawn before that edit is on the disk here.
 */
export interface Mirror {
  all(snapshot: Record<string, unknown>): void;
  one(topic: string, value: unknown): void;
  /** What could not be taken over; null: everything was. */
  problem(): Problem | null;
}
type Options = Pick<RoomParts, 'documents' | 'playback' | 'live' | 'hub'> & {
  place: MirrorPlace | null;
  /** Whether it still follows: what waits in the queue when a person takes over is dropped. */
  isFollowing(): boolean;
  onClock(map: Mirrored['clock']): void;
  onNotes(notes: Mirrored['notes']): void;
  onVersion(version: string): void;
  onShow(): void;
  onChange(): void;
};
/** Documents before the plans that name them. */
const order = [
  'status',
  'clock',
  'facade',
  'show',
  'rig',
  'lineUp',
  'previews',
  'live',
  'plans',
  'notes',
] as const satisfies readonly (keyof Mirrored)[];

const documentTopics: ReadonlySet<string> = new Set(['show', 'facade', 'rig']);
/** Who the edits are by. */
const author = 'follow:main';

export const createMirror = (options: Options): Mirror => {
  const { documents, playback, live, hub } = options;
  let tail: Promise<void> = Promise.resolve();
  const problems = new Map<string, Problem>();
  const say = (topic: string, problem: Problem | null) => {
    const had = problems.get(topic)?.message;
    if (problem === null) problems.delete(topic);
    else problems.set(topic, problem);
    if (had !== problem?.message) options.onChange();
  };
  const take = async (which: Exclude<Which, 'station'>, wanted: Result<FriseDocument>): Promise<void> => {
    if (!wanted.ok) return say(which, problemOf(wanted));
    const edit = editBetween(documents.store[which].document, wanted.value, 'main host');
    const edited = await documents.store.edit(which, edit, author);
    say(which, edited.ok ? null : problemOf(refused(edited.message, which)));
  };
  const show = async (value: Mirrored['show']): Promise<void> => {
    const document = readMirrorDocument(value, 'frise-show');
    const place = document.ok ? mirrorPlace(document.value) : document;
    if (place.ok && options.place !== null && place.value.folder !== options.place.folder)
      return say('show', problemOf(fail('follow-other-show', messages['follow-other-show'].en, 'show')));
    await take('show', document);
    options.onShow();
  };
  const apply = async (topic: keyof Mirrored, value: unknown): Promise<void> => {
    const parsed = mirrored[topic].safeParse(value);
    if (!parsed.success) return say(topic, problemOf(refused(parsed.error.issues[0]?.message ?? '', topic)));
    if (problems.get('show')?.code === 'follow-other-show' && topic !== 'show') return;
    if (!documentTopics.has(topic)) say(topic, null);
    // The schema of this topic has read it; the compiler can't tie the two through a union.
    await (handlers[topic] as (value: unknown) => unknown)(parsed.data);
  };
  const handlers: { [K in keyof Mirrored]: (value: Mirrored[K]) => unknown } = {
    status: ({ version }) => options.onVersion(version),
    clock: options.onClock,
    facade: (value) => take('facade', readMirrorDocument(value, 'frise-facade')),
    show,
    rig: (value) => take('rig', readMirrorDocument(value, 'frise-rig')),
    lineUp: (value) => hub.set('lineUp', value),
    previews: (value) => hub.set('previews', value),
    live: (value) => live.adopt(value),
    plans: (value) => playback.adopt(value),
    notes: options.onNotes,
  };
  const inTurn = (topic: keyof Mirrored, value: unknown): void => {
    tail = tail.then(async () => {
      if (!options.isFollowing()) return;
      try {
        await apply(topic, value);
      } catch (error) {
        say(topic, problemOf(refused(reasonOf(error), topic)));
      }
    });
  };
  return {
    all(snapshot) {
      for (const topic of order) inTurn(topic, snapshot[topic]);
    },
    one(topic, value) {
      if (isMirrored(topic)) inTurn(topic, value);
    },
    problem: () => [...problems.values()][0] ?? null,
  };
};

const problemOf = ({ code, message, path }: Problem): Problem => ({ code, message, path });
const refused = (why: string, topic: string) =>
  fail('follow-refused', `${messages['follow-refused'].en} (${why})`, topic);
