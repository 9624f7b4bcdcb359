import { compileShow } from '../../core/show/compile.ts';
import type { CompiledShow } from '../../core/show/compiled.ts';
import type { Store } from './store/store.ts';

/** The store with the show compiled once a revision: what the host reads. */
export interface Documents {
  readonly store: Store;
  compiled(): CompiledShow;
}

export const documentsOf = (store: Store): Documents => {
  const compiled = remembered(
    () => store.show.revision,
    () => compileShow(store.show.document, store.show.revision),
  );
  return { store, compiled };
};

const remembered = <T>(revision: () => number, make: () => T): (() => T) => {
  let last: { revision: number; value: T } | null = null;
  return () => {
    const now = revision();
    if (last?.revision !== now) last = { revision: now, value: make() };
    return last.value;
  };
};
