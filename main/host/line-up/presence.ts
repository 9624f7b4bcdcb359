/** Whose pages are here. A page that comes back before its old line is known to be dead is counted twice meanwhile. */
export interface Presence {
  joined(sender: string): void;
  left(sender: string): void;
  isHere(sender: string): boolean;
}

export const createPresence = (): Presence => {
  const lines = new Map<string, number>();
  const count = (sender: string, by: number): void => {
    const now = (lines.get(sender) ?? 0) + by;
    if (now > 0) lines.set(sender, now);
    else lines.delete(sender);
  };
  return {
    joined: (sender) => count(sender, 1),
    left: (sender) => count(sender, -1),
    isHere: (sender) => lines.has(sender),
  };
};
