import { idOf, nameOf } from '../../ids.ts';

/** An id that nothing has, named after another: `clip:lamp` → `clip:lamp-2` → `clip:lamp-3`; taken from then on. */
export const freeIds = (records: Readonly<Record<string, unknown>>): ((id: string) => string) => {
  const taken = new Set(Object.keys(records));
  return (id) => {
    const kind = id.slice(0, id.indexOf(':'));
    const base = nameOf(id).replace(/-\d+$/, '');
    for (let count = 2; ; count += 1) {
      const free = idOf(kind, `${base}-${count}`);
      if (taken.has(free)) continue;
      taken.add(free);
      return free;
    }
  };
};
