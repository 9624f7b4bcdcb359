import { idOf, kindOf } from '../ids.ts';
import { layerTypes } from '../layers/registry.ts';
import type { Problem } from '../result.ts';
import { viewOf } from './check-context.ts';
import { cueProblems } from './check-cues.ts';
import { cueArgsOf, verbProblems } from './check-verbs.ts';
import { cueNumberBetween, normaliseCueNumber } from './cue-number.ts';
import { problem } from '../result.ts';
import { isPlainObject } from './plain.ts';
import type { Records } from './records.ts';
import type { CueRecord, ShowDocument } from './show.schema.ts';

/** What an editor of the cue list needs: a place for a new cue, what names a cue, and what is wrong with one. */
type Numbered = { id: string; number: string };

/** The number of a new cue right behind this one. null: four digits leave no room between it and the next. */
export const numberAfter = (cues: readonly Numbered[], id: string | null): string | null => {
  const index = cues.findIndex((cue) => cue.id === id);
  return cueNumberBetween(cues[index]?.number ?? null, cues[index + 1]?.number ?? null);
};

/** "12.5" → `cue:q12-5`, else `cue:q12-5-2` …: a record keeps its id when it is numbered anew, so one may be taken. */
export const freeCueId = (records: Records, number: string): string => {
  const base = `q${normaliseCueNumber(number).replace('.', '-')}`;
  for (let count = 1; ; count += 1) {
    const id = idOf('cue', count === 1 ? base : `${base}-${count}`);
    if (!Object.hasOwn(records, id)) return id;
  }
};

/** Kinds whose records can name a cue by its number. */
const NAMING: ReadonlySet<string> = new Set(['cue', 'trigger', 'schedule']);
type Args = Record<string, unknown>;
const renamedArgs = (verb: string, args: Args, from: string, to: string): Args =>
  Object.fromEntries(
    Object.entries(args).map(([key, value]) => [
      key,
      cueArgsOf(verb).includes(key) && normaliseCueNumber(String(value)) === from ? to : value,
    ]),
  );
const renamedIn = (value: unknown, from: string, to: string): unknown => {
  if (Array.isArray(value)) return value.map((each) => renamedIn(each, from, to));
  if (!isPlainObject(value)) return value;
  const { verb, args } = value;
  const inner = Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, renamedIn(each, from, to)]),
  );
  return typeof verb === 'string' && isPlainObject(args)
    ? { ...inner, args: renamedArgs(verb, args, from, to) }
    : inner;
};

/** The records that name the cue `from` by its number, as they are when they name `to`. */
export const withNumber = (records: Records, from: string, to: string): Records => {
  const old = normaliseCueNumber(from);
  const entries = Object.entries(records).flatMap(([id, record]) => {
    if (!NAMING.has(kindOf(id))) return [];
    const next = renamedIn(record, old, to);
    return JSON.stringify(next) === JSON.stringify(record) ? [] : [[id, next] as const];
  });
  return Object.fromEntries(entries);
};

/** Ids of what would be left without this cue: follows, and verbs of triggers, schedules and other cues' actions. */
export const namersOf = (records: Records, { id, number }: Numbered): string[] => {
  const follows = Object.entries(records).flatMap(([other, record]) =>
    kindOf(other) === 'cue' &&
    isPlainObject(record) &&
    isPlainObject(record['follow']) &&
    record['follow']['cue'] === id
      ? [other]
      : [],
  );
  const named = Object.keys(withNumber(records, number, '?'));
  return [...new Set([...follows, ...named])].filter((other) => other !== id).sort();
};

/** A cue, put: with everything that named it by the number that it had. */
export const putCue = (records: Records, id: string, cue: Args): Records => {
  const before = records[id];
  const from = isPlainObject(before) ? before['number'] : undefined;
  const { number: to } = cue;
  if (
    typeof from !== 'string' ||
    typeof to !== 'string' ||
    normaliseCueNumber(from) === normaliseCueNumber(to)
  )
    return { [id]: cue };
  const all = withNumber({ ...records, [id]: cue }, from, to);
  return { [id]: cue, ...all };
};

/** What the host would have against a cue of this show, at its fields. */
export const cueFaults = (document: ShowDocument, id: string, cue: CueRecord): Problem[] => {
  const records = { ...document.records, ...putCue(document.records, id, cue) };
  const view = viewOf({ ...document, records }, { layerTypes, facade: null });
  const number = normaliseCueNumber(cue.number);
  const other = view.cues.find((each) => each.id !== id && normaliseCueNumber(each.number) === number);
  const taken = other
    ? [problem('cue-number-double', `Cue ${number} is "${other.id}" already.`, `${id}.number`)]
    : [];
  const found = [...cueProblems(view), ...verbProblems(view)].filter(
    ({ code, path }) => code !== 'cue-number-double' && path.startsWith(`${id}.`),
  );
  return [...taken, ...found];
};
