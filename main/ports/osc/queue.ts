import type { OscClock } from './port.types.ts';

/** Requests that belong together (one message, or one bundle): started in order, at once. Tasks never reject. */
export type Group = {
  /** A level's name: a newer group of the same name replaces one that hasn't started. null: never replaced. */
  level: string | null;
  /** Finds room in a full queue: panic, blackout, stop. */
  isUrgent: boolean;
  tasks: readonly (() => Promise<void>)[];
};
export type Queue = { add(group: Group): void; clear(): void };

/** Requests that may wait; at 1 ms each the tail is a second late, and later is worse than lost. */
export const QUEUE_LIMIT = 1024;
/** A dispatch that takes longer, ms, no longer holds up the rest. */
export const STALL_MS = 2000;

/**
 * Runs one group after another, so that order holds; a group's own requests start together. `onLoss` hears what was
 * dropped because the queue is full (counted in requests), replaced, or overtaken while it stalled.
 */
export function createQueue(
  clock: Pick<OscClock, 'after'>,
  onLoss: (kind: 'dropped' | 'superseded' | 'stalled', count: number) => void,
): Queue {
  const waiting = new Map<string, Group>();
  let pending = 0;
  let serial = 0;
  let isBusy = false;
  let cancelStall = (): void => undefined;

  const remove = (key: string, kind: 'dropped' | 'superseded'): void => {
    const count = waiting.get(key)?.tasks.length ?? 0;
    if (!waiting.delete(key)) return;
    pending -= count;
    onLoss(kind, count);
  };
  const makeRoom = (size: number): void => {
    const newestFirst = [...waiting].reverse();
    for (const [key, group] of newestFirst)
      if (pending + size > QUEUE_LIMIT && !group.isUrgent) remove(key, 'dropped');
  };
  const drain = (): void => {
    const next = waiting.entries().next();
    if (isBusy || next.done === true) return;
    const [key, { tasks }] = next.value;
    waiting.delete(key);
    pending -= tasks.length;
    isBusy = true;
    let isOver = false;
    const finish = (): void => {
      if (isOver) return;
      isOver = true;
      cancelStall();
      isBusy = false;
      drain();
    };
    cancelStall = clock.after(STALL_MS, () => {
      if (!isOver) onLoss('stalled', tasks.length);
      finish();
    });
    void Promise.all(tasks.map((task) => task())).then(finish, finish);
  };

  return {
    add(group) {
      serial += 1;
      const key = group.level ?? `#${serial}`;
      remove(key, 'superseded');
      if (group.isUrgent) makeRoom(group.tasks.length);
      if (pending > 0 && !group.isUrgent && pending + group.tasks.length > QUEUE_LIMIT) {
        onLoss('dropped', group.tasks.length);
        return;
      }
      waiting.set(key, group);
      pending += group.tasks.length;
      drain();
    },
    clear() {
      waiting.clear();
      cancelStall();
      pending = 0;
    },
  };
}
