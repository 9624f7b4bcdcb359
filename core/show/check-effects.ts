import { effectOf, effectTypes } from '../layers/effects/registry.ts';
import type { Problem } from '../result.ts';
import type { ShowView } from './check-context.ts';
import { timelinesOf } from './check-follow.ts';
import { issueProblems } from './parse.ts';
import { unknownKeys } from './plain.ts';
import { readRecord } from './records.ts';
import type { ClipRecord, EffectRecord } from './show.schema.ts';

/**
 * Effects of clips. Codes: `effect-unknown`, `effect-id`, `effect-layer`, `effect-parameter`, `effect-mask`,
 * `region-element`.
 */
type Clip = ClipRecord & { id: string };
const problem = (code: string, message: string, path: string): Problem => ({ code, message, path });

const elementProblems = ({ facade }: ShowView, parameters: Record<string, unknown>, path: string) => {
  const { elements } = parameters;
  if (!facade || !Array.isArray(elements)) return [];
  return elements.flatMap((word, index) =>
    typeof word !== 'string' || facade.select(word).length > 0
      ? []
      : [
          problem(
            'region-element',
            `The façade has no element, kind or group "${word}".`,
            `${path}.elements.${index}`,
          ),
        ],
  );
};

/** Clips whose picture a clip's effects read. */
const readBy = (clip: Clip | undefined): string[] =>
  (clip?.effects ?? []).flatMap(({ type, parameters }) => {
    const definition = effectOf(type);
    const parsed = definition ? readRecord(definition.schema, parameters) : null;
    return definition && parsed?.success ? definition.clips(parsed.data) : [];
  });

/** Whether `from` is read by what it reads itself. */
const isCircle = (view: ShowView, from: string, at: string, seen = new Set<string>()): boolean => {
  if (at === from) return true;
  if (seen.has(at)) return false;
  seen.add(at);
  return readBy(view.clips[at]).some((next) => isCircle(view, from, next, seen));
};

type Place = { timelineOf: ReadonlyMap<string, string> };
const clipProblem = (view: ShowView, clip: Clip, read: string, { timelineOf }: Place): string | null => {
  const other = view.clips[read];
  if (!other) return `"${read}" is no clip of this show.`;
  if (other.layer === 'sound' || other.layer === 'osc') return `"${read}" has no picture.`;
  if (timelineOf.get(read) !== timelineOf.get(clip.id)) return `"${read}" lies on another timeline.`;
  return isCircle(view, clip.id, read)
    ? `"${read}" is masked by "${clip.id}" in turn: one of the two must go first.`
    : null;
};

const problemsOf = (view: ShowView, clip: Clip, index: number, place: Place): Problem[] => {
  const effect: EffectRecord | undefined = clip.effects[index];
  if (!effect) return [];
  const path = `${clip.id}.effects.${index}`;
  const twice = clip.effects.findIndex(({ id }) => id === effect.id) < index;
  const named = twice
    ? [problem('effect-id', `Another effect of this clip is called "${effect.id}".`, `${path}.id`)]
    : [];
  const definition = effectOf(effect.type);
  if (!definition) {
    const known = Object.keys(effectTypes).sort().join(', ');
    const message = `No effect type "${effect.type}". There are: ${known}.`;
    return [...named, problem('effect-unknown', message, `${path}.type`)];
  }
  const inside = `${path}.parameters`;
  const parsed = readRecord(definition.schema, effect.parameters);
  if (!parsed.success) return [...named, ...issueProblems(inside, parsed.error, 'effect-parameter')];
  const isEmptyMask =
    effect.type === 'mask' && parsed.data['clip'] === null && effect.parameters['elements'] === undefined;
  return [
    ...named,
    ...unknownKeys(effect.parameters, parsed.data, inside).map((key) =>
      problem('effect-parameter', `Effect "${effect.type}" has no such parameter.`, key),
    ),
    ...(isEmptyMask && effect.on
      ? [problem('effect-mask', 'A mask needs "clip", "elements" or both.', inside)]
      : []),
    ...definition.clips(parsed.data).flatMap((read) => {
      const message = clipProblem(view, clip, read, place);
      return message === null ? [] : [problem('effect-mask', message, `${inside}.clip`)];
    }),
    ...elementProblems(view, parsed.data, inside),
  ];
};

export const effectProblems = (view: ShowView): Problem[] => {
  const worked = Object.values(view.clips).filter(({ effects }) => effects.length > 0);
  const place = { timelineOf: worked.length > 0 ? timelinesOf(view) : new Map<string, string>() };
  return worked.flatMap((clip) => {
    if (clip.layer === 'sound' || clip.layer === 'osc')
      return [
        problem('effect-layer', `A clip of layer "${clip.layer}" has no picture.`, `${clip.id}.effects`),
      ];
    return clip.effects.flatMap((_, index) => problemsOf(view, clip, index, place));
  });
};
