import { stat } from 'node:fs/promises';

/**
 * Tells when a file that was written stands still again. It looks instead of listening: an editor that writes in place,
 * an atomic rename, a checkout and a network folder are all alike to it, and a look is one `stat`.
 */
export type Look = 'gone' | 'moving' | 'same' | 'first' | 'new';
export interface Stillness {
  /** `first` and `new` are said once, when two looks have found the same; `first` before anything was known of it. */
  look(file: string): Promise<Look>;
  /** It is not dealt with: the next look says so again. */
  again(file: string): void;
}
type Seen = { stamp: string; isTold: boolean; isFirst: boolean };

const stampOf = async (file: string): Promise<string | null> => {
  const info = await stat(file, { bigint: true }).catch(() => null);
  // The time of change tells two files of one size and one time of writing apart.
  return info?.isFile() ? `${info.ino} ${info.size} ${info.mtimeNs} ${info.ctimeNs}` : null;
};

export const createStillness = (): Stillness => {
  const seen = new Map<string, Seen>();
  return {
    async look(file) {
      const stamp = await stampOf(file);
      const before = seen.get(file);
      if (stamp === null) return 'gone';
      if (before?.stamp !== stamp) {
        seen.set(file, { stamp, isTold: false, isFirst: before === undefined || before.isFirst });
        return 'moving';
      }
      if (before.isTold) return 'same';
      const what = before.isFirst ? 'first' : 'new';
      seen.set(file, { stamp, isTold: true, isFirst: false });
      return what;
    },
    again(file) {
      const before = seen.get(file);
      if (before) seen.set(file, { ...before, isTold: false });
    },
  };
};
