import type { ShowDocument } from '../../core/show/show.schema.ts';

/**
 * Whether a file that the stage may have read is another one by now, or was added without having been announced: a
 * stage that looked for it in vain is built again. What a take announces (`isAhead`) is loaded beside what is drawn.
 */
export const createMediaMemory = () => {
  const seen = new Map<string, string>();
  return ({ records }: ShowDocument, isAhead: boolean): boolean => {
    let isOther = false;
    for (const [id, record] of Object.entries(records)) {
      if (!id.startsWith('media:')) continue;
      const text = JSON.stringify(record);
      if (seen.get(id) === text || (isAhead && seen.has(id))) continue;
      isOther ||= !isAhead;
      seen.set(id, text);
    }
    return isOther;
  };
};
