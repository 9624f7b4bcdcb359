/** One open thing by what it was opened for: anew when that changes, closed when nothing is wanted. */
export interface Slot<T> {
  set(wanted: readonly unknown[] | null, make: () => T): void;
  get(): T | null;
  clear(): void;
}

export const createSlot = <T extends { close(): void }>(): Slot<T> => {
  let open: { key: string; value: T } | null = null;
  const clear = () => {
    open?.value.close();
    open = null;
  };
  return {
    set(wanted, make) {
      const key = JSON.stringify(wanted);
      if (open?.key === key) return;
      clear();
      open = wanted === null ? null : { key, value: make() };
    },
    get: () => open?.value ?? null,
    clear,
  };
};
