import type { Handlers } from '../../core/control/dispatcher.ts';
import { PERSON_COLOURS, type Person } from '../../core/control/people.topics.ts';
import type { peopleVerbs } from '../../core/control/people.verbs.ts';
import { ok } from '../../core/result.ts';
import { createPresence } from './line-up/presence.ts';
import type { Room, RoomParts } from './rooms.ts';

/**
 * Who is at which page. A page that leaves is gone at once; of a tablet that lost its network nobody hears that it left,
 * so whoever says nothing for a while is gone, too.
 */
export interface PeopleRoom extends Room {
  handlers: Pick<Handlers, keyof typeof peopleVerbs>;
}
const SILENT_MS = 30_000;

export const createPeople = ({ clock, hub }: Pick<RoomParts, 'clock' | 'hub'>): PeopleRoom => {
  const lines = createPresence();
  const people = new Map<string, { person: Person; stale: () => void }>();
  const tell = (): void => {
    const next = [...people.values()].map(({ person }) => person);
    if (JSON.stringify(next) !== JSON.stringify(hub.get('people'))) hub.set('people', next);
  };
  const remove = (sender: string): void => {
    people.get(sender)?.stale();
    if (people.delete(sender)) tell();
  };
  /** The first that nobody has; with more people than colours they begin anew. */
  const freeColour = (): number => {
    const taken = new Set([...people.values()].map(({ person }) => person.colour));
    const all = Array.from({ length: PERSON_COLOURS }, (_, index) => index);
    return all.find((index) => !taken.has(index)) ?? people.size % PERSON_COLOURS;
  };
  return {
    handlers: {
      'presence/say'(said, { sender }) {
        if (!lines.isHere(sender)) return ok({});
        const before = people.get(sender);
        before?.stale();
        const person = { sender, colour: before?.person.colour ?? freeColour(), ...said };
        people.set(sender, { person, stale: clock.after(SILENT_MS, () => remove(sender)) });
        tell();
        return ok({});
      },
    },
    joined: (_page, _client, sender) => lines.joined(sender),
    left(_page, _client, sender) {
      lines.left(sender);
      if (!lines.isHere(sender)) remove(sender);
    },
    dispose() {
      for (const { stale } of people.values()) stale();
    },
  };
};
