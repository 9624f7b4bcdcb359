import type { Problem } from '../../core/result.ts';

/** What is wrong now, by who says so: each owner replaces or withdraws its own list. */
export interface Health {
  set(owner: string, problems: Problem[]): void;
  clear(owner: string): void;
  /** A changed list of an owner is told once. */
  onChange(listener: (owner: string, problems: Problem[]) => void): () => void;
  status(): { ok: boolean; problems: Problem[] };
}

const mostShown = 50;

export const createHealth = (): Health => {
  const owners = new Map<string, Problem[]>();
  const listeners = new Set<(owner: string, problems: Problem[]) => void>();
  const set = (owner: string, problems: Problem[]) => {
    const before = owners.get(owner) ?? [];
    if (JSON.stringify(before) === JSON.stringify(problems)) return;
    if (problems.length === 0) owners.delete(owner);
    else owners.set(owner, problems);
    for (const listener of listeners) listener(owner, problems);
  };
  return {
    set,
    clear: (owner) => set(owner, []),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    status() {
      const problems = [...owners.values()].flat();
      return { ok: problems.length === 0, problems: problems.slice(0, mostShown) };
    },
  };
};
