/** The newest of something, for what was made once and asks later: a pointer that goes on while the page redraws. */
export interface Live<T> {
  get(): T;
  set(value: T): void;
}
export const createLive = <T>(first: T): Live<T> => {
  let value = first;
  return {
    get: () => value,
    set(next) {
      value = next;
    },
  };
};
