import type { Handlers } from '../../core/control/dispatcher.ts';
import type { LineUp, Previews } from '../../core/control/line-up.ts';
import type { Result } from '../../core/result.ts';
import type { DocumentEdit } from '../../core/show/document.ts';
import type { ShowClock } from './clock.ts';
import type { Journal } from './journal.ts';
import { done, type Done } from './line-up/done.ts';
import { createDrags, type Drag } from './line-up/drags.ts';
import { createGuard } from './line-up/guard.ts';
import { createHands } from './line-up/hands.ts';
import { savedOf, type SavedLineUp } from './line-up/saved.ts';
import { createTeller } from './line-up/teller.ts';
import { createWall, type Moment } from './line-up/wall.ts';
import type { Store } from './store/store.ts';

/**
 * Technicians on the wall (core/control/line-up.ts): patterns, marks, holds and drags under way. Nothing of it is in a
 * document. A host that ends on purpose forgets it all: the next start shows the show. One that was killed comes back
 * with patterns, the frozen show and the holds, since the show must not flash on eight projectors in the middle of a
 * line-up; marks and drags are gone with it, and the next touch of the tablet brings them back.
 */
export interface LineUpHost {
  handlers: Pick<
    Handlers,
    | 'line-up/pattern'
    | 'line-up/freeze'
    | 'line-up/identify'
    | 'line-up/hold'
    | 'line-up/leave'
    | 'line-up/mark'
    | 'line-up/preview'
  >;
  /** An edit of the rig from outside: refused where another has an output in hand; what is saved is no drag any more. */
  guarded<T>(edit: DocumentEdit, sender: string, run: () => Promise<Result<T>>): Promise<Result<T>>;
  state(): LineUp;
  previews(): Previews;
  saved(): SavedLineUp;
  joined(sender: string): void;
  left(sender: string): void;
  /** Outputs that are gone take what was theirs with them. */
  rigChanged(): void;
  /** Drags become edits; the store must still be open. */
  dispose(): Promise<void>;
}
export type LineUpOptions = {
  clock: ShowClock;
  store: Pick<Store, 'rig' | 'edit'>;
  journal: Pick<Journal, 'add'>;
  resumed: SavedLineUp | null;
  /** What the show shows from a moment on, for those who stand still at it. */
  moment(): Moment;
  keep(): void;
  onLineUp(state: LineUp): void;
  onPreviews(previews: Previews): void;
};

/** Sixty times a second. */
const TOLD_EVERY_MS = 1000 / 60;

export const createLineUp = (options: LineUpOptions): LineUpHost => {
  const { clock, store, journal, resumed } = options;
  const tell = (text: string): void => journal.add('line-up', text);
  const lineUp = createTeller(clock, TOLD_EVERY_MS, () => options.onLineUp(state()));
  const previews = createTeller(clock, TOLD_EVERY_MS, () => options.onPreviews(drags.previews()));
  const drags = createDrags({ store, tell, onChange: previews.changed });
  const changed = (isKept: boolean): void => {
    if (isKept) options.keep();
    lineUp.changed();
  };
  const hands = createHands({ clock, rig: () => store.rig.document, tell, drags, onLost, onChange: changed });
  const wall = createWall({
    ...options,
    rig: () => store.rig.document,
    mayMark: hands.mayWork,
    onChange: changed,
  });
  const state = (): LineUp => ({ ...wall.state(), holders: hands.holders() });
  const guard = createGuard({ rig: () => store.rig.document, hands, drags });
  /** Declared: the hands need it before the wall is there. */
  function onLost(output: string): void {
    wall.unmark(output);
  }

  hands.resume(resumed?.holders ?? {});
  const preview = (record: string, fields: Drag['fields'] | null, sender: string): Done => {
    const may = hands.mayDrag(record, sender);
    if (!may.ok) return may;
    if (fields === null) drags.withdraw(record);
    else {
      const set = drags.set(record, { sender, fields });
      if (!set.ok) return set;
    }
    hands.dragged(record, sender);
    return done();
  };
  return {
    handlers: {
      ...wall.handlers,
      ...hands.handlers,
      'line-up/preview': ({ record, fields }, { sender }) => preview(record, fields, sender),
    },
    guarded: guard,
    state,
    previews: drags.previews,
    saved: () => savedOf(state()),
    joined: hands.joined,
    left: hands.left,
    rigChanged() {
      drags.rigChanged();
      hands.rigChanged();
      wall.rigChanged();
      previews.changed();
      changed(true);
    },
    async dispose() {
      for (const part of [hands, wall]) part.dispose();
      await drags.keepAll();
      for (const part of [lineUp, previews]) part.dispose();
    },
  };
};
