import { fail, type Problem, type Result } from '../../../core/result.ts';
import type { RigDocument } from '../../../core/rig/rig.schema.ts';
import type { DocumentEdit } from '../../../core/show/document.ts';
import { stableText } from '../../../core/show/serialise.ts';
import type { Drag, Drags } from './drags.ts';
import type { Hands } from './hands.ts';

/** Edits of the rig beside those who hold its outputs: nobody's wall moves under another's hand. */
type Parts = {
  rig(): RigDocument;
  hands: Pick<Hands, 'holderOf' | 'dragged'>;
  drags: Pick<Drags, 'of' | 'end'>;
};
type Refusal = { ok: false } & Problem;

export const createGuard = ({ rig, hands, drags }: Parts) => {
  const refusal = (ids: readonly string[], sender: string): Refusal | null => {
    const id = ids.find((each) => (hands.holderOf(each)?.sender ?? sender) !== sender);
    const holder = id === undefined ? null : hands.holderOf(id);
    if (id === undefined || holder === null || !id.startsWith('output:')) return null;
    return fail('output-held', `${holder.person} is lining it up. Ask them, or take it over.`, id);
  };
  return async <T>(edit: DocumentEdit, sender: string, run: () => Promise<Result<T>>): Promise<Result<T>> => {
    const ids = touched(rig(), edit);
    const refused = refusal(
      ids.filter((id) => id.startsWith('output:')),
      sender,
    );
    if (refused) return refused;
    const own = ids.flatMap((id): [string, Drag][] => {
      const drag = drags.of(id);
      return drag?.sender === sender ? [[id, drag]] : [];
    });
    const done = await run();
    if (!done.ok) return done;
    for (const [id, drag] of own) {
      drags.end(id, drag);
      hands.dragged(id, sender);
    }
    return done;
  };
};

/** Records that the edit really changes: a page may put more than it touched. */
const touched = ({ records }: RigDocument, { put, remove }: DocumentEdit): string[] => [
  ...Object.keys(put).filter(
    (id) => !Object.hasOwn(records, id) || stableText(records[id]) !== stableText(put[id]),
  ),
  ...remove,
];
