import { idOf, nameOf } from '../../ids.ts';

/** An id that nothing has, named after another: `clip:lamp` → `clip:lamp-2` → `clip:lamp-3`; taken from then on. */
export const freeIds = (records: Readonly<Record<string, unknown>>): ((id: string) => string) => {
  const taken = new Set(Object.keys(records));
  return (id) => {
    const kind = id.slice(0, id.indexOf(':'));
    const base = nameOf(id).replace(/-\d+$/, '');
    const free = firstFree(taken, kind, base);
    taken.add(free);
    return free;
  };
};

const firstFree = (taken: ReadonlySet<string>, kind: string, base: string): string => {
  for (let count = 2; ; count += 1) {
    const free = idOf(kind, `${base}-${count}`);
    if (!taken.has(free)) return free;
  }
};

const LONGEST = 60;
/** A name's letters as an id has them: „Été 1900.png“ → `ete-1900-png`; '' where nothing is left. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replaceAll(/^-+|-+$/g, '');

/** An id of this kind for something new of this name: the name's own, else numbered. */
export const newId = (records: Readonly<Record<string, unknown>>, kind: string, name: string): string => {
  const base = slugOf(name) || kind;
  const own = idOf(kind, base);
  return Object.hasOwn(records, own) ? firstFree(new Set(Object.keys(records)), kind, base) : own;
};
