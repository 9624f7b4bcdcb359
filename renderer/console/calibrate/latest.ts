/**
 * A lane where only the newest value counts: one is on its way at a time, at most one a frame, and what came between is
 * dropped. A slow line so makes fewer steps and never a queue that goes on moving after the hand has stopped.
 */
export interface Latest<T> {
  push(value: T): void;
  /** What waits is forgotten; what is on its way cannot be called back. */
  drop(): void;
}
export type NextFrame = (run: () => void) => void;

export const createLatest = <T>(send: (value: T) => Promise<unknown>, nextFrame: NextFrame): Latest<T> => {
  let waiting: { value: T } | null = null;
  let isBusy = false;
  const sendNewest = (): void => {
    if (isBusy || waiting === null) return;
    const { value } = waiting;
    waiting = null;
    isBusy = true;
    const answered = (): void => {
      isBusy = false;
      if (waiting !== null) nextFrame(sendNewest);
    };
    send(value).then(answered, answered);
  };
  return {
    push(value) {
      const isFirst = waiting === null;
      waiting = { value };
      if (isFirst && !isBusy) nextFrame(sendNewest);
    },
    drop() {
      waiting = null;
    },
  };
};
