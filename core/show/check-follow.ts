import { z } from 'zod';
import type { LayerDefinition } from '../layers/layer.ts';
import { problem } from '../result.ts';
import type { Problem } from '../result.ts';
import { channelSchema, noChannel, writtenAt } from './channels.ts';
import type { ShowView } from './check-context.ts';
import type { ClipRecord, Follow } from './show.schema.ts';

/**
 * What clips follow: a number of a layer that is drawn, and a sound clip of the same timeline. Codes:
 * `follow-parameter`, `follow-clip`, `follow-value`.
 */
type Clip = ClipRecord & { id: string };

/** Timeline of each clip. */
export const timelinesOf = ({ document }: ShowView): Map<string, string> => {
  const found = new Map<string, string>();
  for (const [owner, tracks] of Object.entries(document.order))
    if (owner.startsWith('timeline:'))
      for (const track of tracks) for (const clip of document.order[track] ?? []) found.set(clip, owner);
  return found;
};

const takes = (schema: z.ZodType, value: unknown): boolean => z.safeParse(schema, value).success;

const parameterProblems = (
  clip: Clip,
  layer: LayerDefinition,
  param: string,
  { to, mix }: Follow,
): Problem[] => {
  const path = `${clip.id}.follow.${param}`;
  const schema = channelSchema(layer, clip, param);
  if (!schema) return [problem('follow-parameter', noChannel(clip.layer, clip, param), path)];
  const end = mix === 'replace' ? to.find((value) => !takes(schema, value)) : undefined;
  if (end !== undefined) return [problem('follow-value', `"${param}" does not take ${end}.`, `${path}.to`)];
  const hasOwn = writtenAt(clip, param) !== undefined || param in clip.keyframes;
  if (mix === 'replace' || hasOwn) return [];
  return [problem('follow-value', `To ${mix}, "${param}" needs a value or keys of its own.`, `${path}.mix`)];
};

const sourceProblems = (
  view: ShowView,
  clip: Clip,
  param: string,
  { source }: Follow,
  at: Map<string, string>,
) => {
  if (source.kind === 'beat') return [];
  const path = `${clip.id}.follow.${param}.source.clip`;
  const heard = view.clips[source.clip];
  if (heard?.layer !== 'sound')
    return [problem('follow-clip', `"${source.clip}" is no sound clip of this show.`, path)];
  if (at.get(source.clip) === at.get(clip.id)) return [];
  return [problem('follow-clip', `"${source.clip}" lies on another timeline.`, path)];
};

export const followProblems = (view: ShowView): Problem[] => {
  const following = Object.values(view.clips).filter(({ follow }) => Object.keys(follow).length > 0);
  const at = following.length > 0 ? timelinesOf(view) : new Map<string, string>();
  return following.flatMap((clip) => {
    const layer = Object.hasOwn(view.layerTypes, clip.layer) ? view.layerTypes[clip.layer] : undefined;
    // A layer that nobody knows is named already.
    if (!layer && clip.layer !== 'sound' && clip.layer !== 'osc') return [];
    if (!layer)
      return [
        problem('follow-parameter', `A clip of layer "${clip.layer}" follows nothing.`, `${clip.id}.follow`),
      ];
    return Object.entries(clip.follow).flatMap(([param, follow]) => [
      ...parameterProblems(clip, layer, param, follow),
      ...sourceProblems(view, clip, param, follow, at),
    ]);
  });
};
