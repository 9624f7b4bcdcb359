/** Which devices are connected, by how many lines, and how to end them at once. */
export interface Presence {
  isHere(id: string): boolean;
  /** `end` is called when the device is thrown out. Gives back its leaving, which may be called again. */
  enter(id: string, end: () => void): () => void;
  throwOut(id: string): void;
}
type Parts = {
  /** The first line came or the last one went. */
  seen(id: string): void;
  onChange(): void;
};

export const createPresence = ({ seen, onChange }: Parts): Presence => {
  const lines = new Map<string, Set<() => void>>();
  const changed = (id: string) => {
    seen(id);
    onChange();
  };
  const leave = (id: string, end: () => void) => {
    const open = lines.get(id);
    if (open === undefined || !open.delete(end) || open.size > 0) return;
    lines.delete(id);
    changed(id);
  };
  return {
    isHere: (id) => lines.has(id),
    enter(id, end) {
      const open = lines.get(id) ?? new Set();
      lines.set(id, open.add(end));
      if (open.size === 1) changed(id);
      return () => leave(id, end);
    },
    throwOut(id) {
      const open = lines.get(id);
      lines.delete(id);
      for (const end of open ?? []) end();
    },
  };
};
