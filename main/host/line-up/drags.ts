import type { Previews } from '../../../core/control/line-up.ts';
import { nameOf } from '../../../core/ids.ts';
import { ok, type Result } from '../../../core/result.ts';
import { previewed } from '../../../core/rig/previews.ts';
import type { Store } from '../store/store.ts';

/**
 * Drags under way: fields of a record that outputs show and that no document has yet. A drag ends by the edit of the
 * one who made it, by being withdrawn, or, when its maker is gone, by becoming an edit: what is on the wall is what is
 * saved. While that edit is on its way to the disk the wall stays as it is.
 */
export type Drag = { readonly sender: string; readonly fields: Record<string, unknown> };
export interface Drags {
  previews(): Previews;
  of(record: string): Drag | null;
  set(record: string, drag: Drag): Result<null>;
  withdraw(record: string): void;
  /** Only this very drag: a newer one on the same record goes on. */
  end(record: string, drag: Drag): void;
  keep(record: string): Promise<void>;
  keepAll(): Promise<void>;
  /** Withdraws drags of records that are gone. */
  rigChanged(): void;
}
type Options = {
  store: Pick<Store, 'rig' | 'edit'>;
  tell(text: string): void;
  onChange(): void;
};

export const createDrags = ({ store, tell, onChange }: Options): Drags => {
  const drags = new Map<string, Drag>();
  const end = (record: string, drag: Drag): void => {
    if (drags.get(record) !== drag) return;
    drags.delete(record);
    onChange();
  };
  const keep = async (record: string): Promise<void> => {
    const drag = drags.get(record);
    if (!drag) return;
    const kept = await saved(store, record, drag);
    if (!kept.ok) tell(`${record} is back as it was saved: ${kept.message}`);
    end(record, drag);
  };
  return {
    previews: () => Object.fromEntries([...drags].map(([record, { fields }]) => [record, fields])),
    of: (record) => drags.get(record) ?? null,
    set(record, drag) {
      const fits = previewed(store.rig.document, record, drag.fields);
      if (!fits.ok) return fits;
      drags.set(record, drag);
      onChange();
      return ok(null);
    },
    withdraw(record) {
      if (drags.delete(record)) onChange();
    },
    end,
    keep,
    async keepAll() {
      await Promise.all([...drags.keys()].map(keep));
    },
    rigChanged() {
      for (const record of drags.keys())
        if (!Object.hasOwn(store.rig.document.records, record)) drags.delete(record);
    },
  };
};

const saved = async (store: Options['store'], record: string, drag: Drag): Promise<Result<unknown>> => {
  const whole = previewed(store.rig.document, record, drag.fields);
  if (!whole.ok) return whole;
  const edit = { label: `line up ${nameOf(record)}`, put: { [record]: whole.value }, remove: [], order: {} };
  return store.edit('rig', edit, drag.sender);
};
