/**
 * Long work in pieces of a few milliseconds: a worker looks between two of them whether newer work has come, a script
 * runs them all at once.
 */
export type Steps<T> = Generator<undefined, T>;

export const finish = <T>(steps: Steps<T>): T => {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};
