import { fail, ok, type Result } from '../result.ts';
import { kindOf } from '../ids.ts';
import type { ShowDocument } from '../show/show.schema.ts';

/**
 * Versions of one show, all made from its document: `full` as it stands, `no-flash` softened, and each timeline by its
 * name in place of the main one (`short`). Joined by +: `short+no-flash`.
 */
export const FULL = 'full';
export const NO_FLASH = 'no-flash';

/** The document as a variant has it: another main timeline, softened or not. Codes: variant-unknown. */
export const variedShow = (document: ShowDocument, variant: string | null): Result<ShowDocument> => {
  if (variant === null) return ok(document);
  const words = variant.split('+');
  const timelines = Object.keys(document.records).filter((id) => kindOf(id) === 'timeline');
  const unknown = words.find((word) => !isKnown(word, timelines));
  const named = words.filter((word) => timelines.includes(`timeline:${word}`));
  if (unknown !== undefined || named.length > 1)
    return fail('variant-unknown', `${variant}: it is ${known(timelines)}, or two joined by +.`, '--variant');
  const change = {
    ...(words.includes(NO_FLASH) ? { flashes: 'soft' } : words.includes(FULL) ? { flashes: 'full' } : {}),
    ...(named[0] === undefined ? {} : { main: `timeline:${named[0]}` }),
  };
  const records = Object.fromEntries(
    Object.entries(document.records).map(([id, record]) =>
      id.startsWith('show:') ? [id, { ...Object(record), ...change }] : [id, record],
    ),
  );
  return ok({ ...document, records });
};
const isKnown = (word: string, timelines: readonly string[]): boolean =>
  word === FULL || word === NO_FLASH || timelines.includes(`timeline:${word}`);
const known = (timelines: readonly string[]): string =>
  [FULL, NO_FLASH, ...timelines.map((id) => id.slice('timeline:'.length))].join(', ');
