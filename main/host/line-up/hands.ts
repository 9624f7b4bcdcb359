import type { Handlers } from '../../../core/control/dispatcher.ts';
import type { LineUp } from '../../../core/control/line-up.ts';
import { idOf, kindOf, nameOf } from '../../../core/ids.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import type { RigDocument } from '../../../core/rig/rig.schema.ts';
import type { ShowClock } from '../clock.ts';
import type { Drags } from './drags.ts';
import { done, type Done } from './done.ts';
import { createHolds, type Hold, type Why } from './holds.ts';
import type { SavedLineUp } from './saved.ts';

/**
 * Whose hands are on what: outputs are taken and left by their verbs; the wall mesh, which all outputs share, is in the
 * hand of whoever drags it, for as long as the drag.
 */
export interface Hands {
  handlers: Pick<Handlers, 'line-up/hold' | 'line-up/leave'>;
  holders(): LineUp['holders'];
  holderOf(record: string): Hold | null;
  /** Codes: `output-unknown`, `output-held`, `output-not-held`. */
  mayWork(output: string, sender: string): Result<null>;
  /** The same for an output's record; `preview-taken` for the rig's. */
  mayDrag(record: string, sender: string): Result<null>;
  /** A drag has begun, gone on or ended. */
  dragged(record: string, sender: string): void;
  resume(holders: SavedLineUp['holders']): void;
  rigChanged(): void;
  joined(sender: string): void;
  left(sender: string): void;
  dispose(): void;
}
type Options = {
  clock: Pick<ShowClock, 'after'>;
  rig(): RigDocument;
  drags: Pick<Drags, 'of' | 'keep'>;
  tell(text: string): void;
  /** An output's name. */
  onLost(output: string): void;
  onChange(isKept: boolean): void;
};
const isOutput = (record: string): boolean => kindOf(record) === 'output';
const heldBy = ({ person }: Hold, record: string) =>
  fail('output-held', `${person} is lining up ${nameOf(record)}. Ask them, or take it over.`, record);

export const createHands = ({ clock, rig, drags, tell, onLost, onChange }: Options): Hands => {
  const lost = (record: string, hold: Hold, why: Why): void => {
    if (why === 'gone') tell(`${nameOf(record)} is free: ${hold.person} has not come back`);
    if (isOutput(record)) onLost(nameOf(record));
    if (drags.of(record)?.sender === hold.sender) void drags.keep(record);
    if (isOutput(record)) onChange(true);
  };
  const holds = createHolds({ clock, onLost: lost, onPresence: () => onChange(false) });
  const isKnown = (record: string): boolean => Object.hasOwn(rig().records, record);
  const unknown = (output: string) =>
    fail('output-unknown', `The rig has no output "${output}". Reload the page.`, idOf('output', output));

  const hold = (output: string, person: string, isTake: boolean, sender: string): Done => {
    const record = idOf('output', output);
    if (!isKnown(record)) return unknown(output);
    const before = holds.holderOf(record);
    const isOthers = before !== null && before.sender !== sender;
    if (isOthers && !isTake) return heldBy(before, record);
    holds.take(record, sender, person);
    if (isOthers) tell(`${person} took ${output} over from ${before.person}`);
    onChange(true);
    return done();
  };
  const leave = (output: string, sender: string): Done => {
    const record = idOf('output', output);
    const now = holds.holderOf(record);
    if (now !== null && now.sender !== sender) return heldBy(now, record);
    holds.release(record);
    return done();
  };
  const mayWork = (output: string, sender: string): Result<null> => {
    const record = idOf('output', output);
    const now = holds.holderOf(record);
    if (!isKnown(record)) return unknown(output);
    if (now === null) return fail('output-not-held', `Take ${output} in hand first.`, record);
    if (now.sender !== sender) return heldBy(now, record);
    holds.touch(sender);
    return ok(null);
  };
  const personOf = (sender: string): string =>
    holds.all().find((each) => each.sender === sender)?.person ?? sender;
  return {
    handlers: {
      'line-up/hold': ({ output, person, take }, { sender }) => hold(output, person, take, sender),
      'line-up/leave': ({ output }, { sender }) => leave(output, sender),
    },
    holders: () =>
      Object.fromEntries(
        holds
          .all()
          .filter(({ record }) => isOutput(record))
          .map(({ record, ...holder }) => [nameOf(record), holder]),
      ),
    holderOf: holds.holderOf,
    mayWork,
    mayDrag(record, sender) {
      if (isOutput(record)) return mayWork(nameOf(record), sender);
      const now = holds.holderOf(record);
      if (now === null || now.sender === sender) return ok(null);
      return fail('preview-taken', `${now.person} is moving the wall mesh. Wait until they let go.`, record);
    },
    dragged(record, sender) {
      if (isOutput(record)) return;
      if (drags.of(record) !== null) holds.take(record, sender, personOf(sender));
      else if (holds.holderOf(record)?.sender === sender) holds.release(record);
    },
    resume(holders) {
      for (const [output, { sender, person }] of Object.entries(holders)) {
        const record = idOf('output', output);
        if (isKnown(record)) holds.take(record, sender, person);
      }
    },
    rigChanged() {
      for (const { record } of holds.all()) if (!isKnown(record)) holds.release(record);
    },
    joined: holds.joined,
    left: holds.left,
    dispose: holds.dispose,
  };
};
