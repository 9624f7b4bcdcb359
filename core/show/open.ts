import { facadeProblems } from '../facade/facade.check.ts';
import { ok } from '../result.ts';
import type { Problem, Result } from '../result.ts';
import { rigProblems } from '../rig/rig.check.ts';
import { stationProblems } from '../station/station.check.ts';
import { clipProblems } from './check-clips.ts';
import { viewOf } from './check-context.ts';
import type { ShowContext } from './check-context.ts';
import { cueProblems } from './check-cues.ts';
import { mediaProblems } from './check-media.ts';
import { verbProblems } from './check-verbs.ts';
import { recordsOfKind } from './records.ts';
import { formats } from './kinds.ts';
import { migrate } from './migrations.ts';
import { parseDocument } from './parse.ts';
import type { DocumentOf, EditableFormat } from './parse.ts';
import { repair } from './repair.ts';
import { allRecordProblems } from './validate-records.ts';
import { orderProblems } from './validate-order.ts';

/**
 * Load: text → parse → migrate → validate → repair → open (DESIGN §4). Refused is only what has no sense at all (no
 * JSON, another format, too new, no valid root record); a broken record stays in the document, is left out when
 * playing, and is named in `problems`: one bad clip never keeps a show from opening.
 */
export type Opened<F extends EditableFormat> = {
  document: DocumentOf<F>;
  /** What the file had against it as it came; empty for a good one. What `frise check` prints. */
  found: Problem[];
  /** What is still wrong after the repair. */
  problems: Problem[];
  /** What was put right, to be said. */
  repaired: Problem[];
  /** Titles of the migrations that ran. */
  migrated: string[];
};

const hasRoot = (document: DocumentOf<EditableFormat>): boolean => {
  const { root, records } = formats[document.format];
  const schema = records[root];
  return schema !== undefined && recordsOfKind(document.records, root, schema).length > 0;
};

const crossProblems = (document: DocumentOf<EditableFormat>, context: ShowContext): Problem[] => {
  const { format } = document;
  switch (format) {
    case 'frise-facade':
      return facadeProblems({ ...document, format });
    case 'frise-rig':
      return rigProblems({ ...document, format }, context.facade);
    case 'frise-station':
      return stationProblems({ ...document, format });
    case 'frise-show': {
      const view = viewOf({ ...document, format }, context);
      return [...clipProblems(view), ...cueProblems(view), ...verbProblems(view), ...mediaProblems(view)];
    }
    default:
      return format satisfies never;
  }
};

/** Every problem, not only the first: records by themselves, then order lists, then what lies between records. */
export const validate = (document: DocumentOf<EditableFormat>, context: ShowContext): Problem[] => [
  ...allRecordProblems(document),
  ...orderProblems(document),
  ...(hasRoot(document) ? crossProblems(document, context) : []),
];

/** A document of the present schema → checked, repaired. Code: `root-missing`. */
export const openParsed = <F extends EditableFormat>(
  document: DocumentOf<F>,
  context: ShowContext,
): Result<Omit<Opened<F>, 'migrated'>> => {
  const found = validate(document, context);
  if (!hasRoot(document)) {
    const { root } = formats[document.format];
    const cause = found.find(({ path }) => path.startsWith(`${root}:`) || path === 'records');
    return {
      ok: false,
      code: 'root-missing',
      message: `No valid "${root}:" record: ${cause?.message ?? 'none at all'}`,
      path: cause?.path ?? 'records',
    };
  }
  const fixed = repair(document);
  // Defaults that were filled in change nothing that is looked at.
  const problems = fixed.repaired.length === 0 ? found : validate(fixed.document, context);
  return ok({ ...fixed, found, problems });
};

export const openDocument = <F extends EditableFormat>(
  text: string,
  format: F,
  context: ShowContext,
): Result<Opened<F>> => {
  const parsed = parseDocument(text, format);
  if (!parsed.ok) return parsed;
  const migrated = migrate(parsed.value);
  if (!migrated.ok) return migrated;
  const opened = openParsed(migrated.value.document, context);
  if (!opened.ok) return opened;
  return ok({ ...opened.value, migrated: migrated.value.applied.map(({ title }) => title) });
};
