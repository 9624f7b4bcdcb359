import { isVerb, verbs } from '../control/verbs.ts';
import { idOf } from '../ids.ts';
import type { Problem } from '../result.ts';
import { problem } from '../result.ts';
import { channelSchema, noChannel } from './channels.ts';
import type { ShowView } from './check-context.ts';
import { normaliseCueNumber } from './cue-number.ts';
import { issuePath } from './parse.ts';

/**
 * Verbs named by cues' actions and by triggers. Codes: `verb-unknown`, `verb-not-allowed` (a trigger or action may only
 * use stable verbs, never edit a document), `verb-args`, `verb-target` (an id or a number that is not in this show).
 */
type Call = { verb: string; args: Record<string, unknown>; path: string };

/** "$1", "$cue": filled in when the message comes. */
const isPlaceholder = (value: unknown): boolean => typeof value === 'string' && value.startsWith('$');

export const shapeProblems = (call: Call): Problem[] => {
  if (!isVerb(call.verb)) return [problem('verb-unknown', `No verb "${call.verb}".`, `${call.path}.verb`)];
  if (!verbs[call.verb].stable)
    return [problem('verb-not-allowed', `"${call.verb}" is not for cues and triggers.`, `${call.path}.verb`)];
  const parsed = verbs[call.verb].in.safeParse(call.args);
  if (parsed.success) return [];
  return parsed.error.issues
    .filter((issue) => !isPlaceholder(call.args[String(issue.path[0] ?? '')]))
    .map((issue) => problem('verb-args', issue.message, issuePath(`${call.path}.args`, issue.path)));
};

const CUE_VERBS: ReadonlySet<string> = new Set(['go', 'cue/go', 'standby', 'cue/arm', 'cue/skip']);

/** The arguments in which a verb names a cue by its number. */
export const cueArgsOf = (verb: string): readonly string[] =>
  verb === 'rehearse' ? ['from', 'to'] : CUE_VERBS.has(verb) ? ['cue'] : [];

type Target = { arg: string; what: string; has: (value: string) => boolean };

const targetsOf = (view: ShowView, verb: string): Target[] => {
  const timeline = (arg: string): Target => ({
    arg,
    what: 'timeline',
    has: (name) => Object.hasOwn(view.timelines, idOf('timeline', name)),
  });
  const clip = (arg: string): Target => ({
    arg,
    what: 'clip',
    has: (name) => Object.hasOwn(view.clips, idOf('clip', name)),
  });
  const numbers = new Set(view.cues.map((cue) => normaliseCueNumber(cue.number)));
  const cue = (arg: string): Target => ({
    arg,
    what: 'cue',
    has: (number) => numbers.has(normaliseCueNumber(number)),
  });
  if (verb === 'timeline/start' || verb === 'timeline/stop') return [timeline('id')];
  if (verb === 'seek') return [timeline('timeline')];
  if (verb === 'clip/set') return [clip('id')];
  if (verb === 'release') return [clip('clip')];
  return cueArgsOf(verb).map(cue);
};

const targetProblems = (view: ShowView, call: Call): Problem[] =>
  targetsOf(view, call.verb).flatMap(({ arg, what, has }) => {
    const value = call.args[arg];
    if (typeof value !== 'string' || isPlaceholder(value) || has(value)) return [];
    return [problem('verb-target', `No ${what} "${value}" in this show.`, `${call.path}.args.${arg}`)];
  });

/** `clip/set` names a parameter of that clip's layer. */
const parameterProblems = (view: ShowView, { verb, args, path }: Call): Problem[] => {
  const { id, param } = args;
  if (verb !== 'clip/set' || typeof id !== 'string' || typeof param !== 'string') return [];
  const clip = view.clips[idOf('clip', id)];
  const layer = clip && view.layerTypes[clip.layer];
  if (!clip || !layer || isPlaceholder(param) || channelSchema(layer, clip, param)) return [];
  return [problem('verb-target', noChannel(clip.layer, clip, param), `${path}.args.param`)];
};

const callsOf = (view: ShowView): Call[] => [
  ...view.cues.flatMap((cue) => [
    ...cue.actions.map((action, index) => ({ ...action, path: `${cue.id}.actions.${index}` })),
    ...cue.variants.flatMap((variant, number) =>
      variant.map((action, index) => ({ ...action, path: `${cue.id}.variants.${number}.${index}` })),
    ),
  ]),
  ...view.triggers.map(({ id, verb, args }) => ({ verb, args, path: id })),
];

export const verbProblems = (view: ShowView): Problem[] =>
  callsOf(view).flatMap((call) => [
    ...shapeProblems(call),
    ...targetProblems(view, call),
    ...parameterProblems(view, call),
  ]);
