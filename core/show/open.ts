import { facadeProblems } from '../facade/facade.check.ts';
import { fail, ok } from '../result.ts';
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
  readonly found: Problem[];
  /** What is still wrong after the repair. */
  readonly problems: Problem[];
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

/**
 * A document of the present schema → repaired, and checked when somebody asks: a host that comes back in the middle of
 * a show checks once, with the façade, and not twice. Code: `root-missing`.
 */
export const openParsed = <F extends EditableFormat>(
  document: DocumentOf<F>,
  context: ShowContext,
): Result<Omit<Opened<F>, 'migrated'>> => {
  if (!hasRoot(document)) return rootMissing(document, context);
  const fixed = repair(document);
  const found = once(() => validate(document, context));
  return ok({
    ...fixed,
    get found() {
      return found();
    },
    get problems() {
      // Defaults that were filled in change nothing that is looked at.
      return fixed.repaired.length === 0 ? found() : validate(fixed.document, context);
    },
  });
};

const rootMissing = (document: DocumentOf<EditableFormat>, context: ShowContext): ReturnType<typeof fail> => {
  const found = validate(document, context);
  const { root } = formats[document.format];
  const cause = found.find(({ path }) => path.startsWith(`${root}:`) || path === 'records');
  const why = cause?.message ?? 'none at all';
  return fail('root-missing', `No valid "${root}:" record: ${why}`, cause?.path ?? 'records');
};

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
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
  const { document, repaired } = opened.value;
  return ok({
    document,
    repaired,
    migrated: migrated.value.applied.map(({ title }) => title),
    get found() {
      return opened.value.found;
    },
    get problems() {
      return opened.value.problems;
    },
  });
};
