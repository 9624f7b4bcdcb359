import { z } from 'zod';
import { outArguments } from '../control/osc/out.ts';
import { kindOf } from '../ids.ts';
import { excerpt, EXCERPT_LAYER } from '../layers/excerpt.ts';
import { schemaOf, type LayerDefinition } from '../layers/layer.ts';
import { sound } from '../layers/sound.ts';
import { problem } from '../result.ts';
import type { Problem } from '../result.ts';
import { channelSchema, noChannel } from './channels.ts';
import type { ShowView } from './check-context.ts';
import { effectProblems } from './check-effects.ts';
import { followProblems } from './check-follow.ts';
import { groupProblems } from './check-groups.ts';
import { OSC_LAYER, oscClipSchema } from './osc-clip.ts';
import { issueProblems } from './parse.ts';
import { unknownKeys } from './plain.ts';
import { readRecord } from './records.ts';
import type { ClipRecord, Keyframe } from './show.schema.ts';

/**
 * Clips: layer, parameters, keyframes, media, region, order and overlap on a track. Codes: `layer-unknown`,
 * `layer-parameter`, `keyframe-parameter`, `keyframe-value`, `keyframe-order`, `clip-media`, `region-element`,
 * `clip-order`, `clip-overlap`.
 */
type Clip = ClipRecord & { id: string };

/** Sums of decimal seconds differ in the last bits; a microsecond is no overlap. */
const TOUCH = 1e-6;

const mediaProblems = (view: ShowView, clip: Clip, ids: readonly string[]): Problem[] =>
  ids
    .filter((id) => !Object.hasOwn(view.media, id))
    .map((id) => problem('clip-media', `"${id}" is no media record of this show.`, `${clip.id}.parameters`));

/** What a clip's layer takes; a sound is heard, an excerpt resolved: they stand beside the layers that are drawn. */
const layerOf = ({ layerTypes }: ShowView, { layer }: Clip): LayerDefinition | undefined => {
  if (layer === 'sound') return sound;
  if (layer === EXCERPT_LAYER) return excerpt;
  return Object.hasOwn(layerTypes, layer) ? layerTypes[layer] : undefined;
};

const layerProblems = (view: ShowView, clip: Clip): Problem[] => {
  const layer = layerOf(view, clip);
  const path = `${clip.id}.parameters`;
  if (!layer) {
    if (clip.layer === OSC_LAYER) return oscProblems(clip);
    const known = Object.keys(view.layerTypes).sort().join(', ');
    return [
      problem('layer-unknown', `No layer type "${clip.layer}". There are: ${known}.`, `${clip.id}.layer`),
    ];
  }
  const parsed = readRecord(schemaOf(layer, clip.parameters), clip.parameters);
  if (!parsed.success) return issueProblems(path, parsed.error, 'layer-parameter');
  return [
    ...unknownKeys(clip.parameters, parsed.data, path).map((key) =>
      problem('layer-parameter', `Layer "${clip.layer}" has no such parameter.`, key),
    ),
    ...(layer.faults?.(parsed.data) ?? []).map(({ param, code, message }) =>
      problem(code, message, `${path}.${param}`),
    ),
    ...mediaProblems(view, clip, layer.media(parsed.data)),
    ...silentProblems(clip),
    ...excerptProblems(view, clip),
  ];
};

/** A sound clip without a file is a mistake, where a picture without one is only empty. */
const silentProblems = ({ id, layer, parameters }: Clip): Problem[] =>
  layer !== 'sound' || typeof parameters['media'] === 'string'
    ? []
    : [
        problem(
          'layer-parameter',
          'A sound clip needs "media", the id of a sound.',
          `${id}.parameters.media`,
        ),
      ];

/** An excerpt of what isn't there shows black, and of its own timeline nothing. */
const excerptProblems = ({ document }: ShowView, { id, layer, parameters }: Clip): Problem[] => {
  const { timeline } = parameters;
  if (layer !== EXCERPT_LAYER || (typeof timeline === 'string' && isOther(document, id, timeline))) return [];
  return [
    problem(
      'layer-parameter',
      'An excerpt needs "timeline", the id of another timeline of this show.',
      `${id}.parameters.timeline`,
    ),
  ];
};
const isOther = ({ records, order }: ShowView['document'], clip: string, timeline: string): boolean =>
  Object.hasOwn(records, timeline) &&
  !(order[timeline] ?? []).some((track) => (order[track] ?? []).includes(clip));

const oscProblems = (clip: Clip): Problem[] => {
  const path = `${clip.id}.parameters`;
  const parsed = readRecord(oscClipSchema, clip.parameters);
  if (!parsed.success) return issueProblems(path, parsed.error, 'layer-parameter');
  const { args, types } = parsed.data;
  const typed = outArguments(args, types);
  return [
    ...unknownKeys(clip.parameters, parsed.data, path).map((key) =>
      problem('layer-parameter', 'An osc clip has no such parameter.', key),
    ),
    ...(typed.ok ? [] : [problem('layer-parameter', typed.message, `${path}.${typed.path}`)]),
  ];
};

/** Of an osc clip only its level can move. undefined: the layer is not known, and named already. */
const schemaAt = (view: ShowView, clip: Clip, param: string): z.ZodType | null | undefined => {
  if (clip.layer === OSC_LAYER) return param === 'level' ? oscClipSchema.shape.level : null;
  const layer = layerOf(view, clip);
  const isItsOwn = param === 'opacity' || param.includes('.');
  return layer || isItsOwn ? channelSchema(layer ?? null, clip, param) : undefined;
};

/** Where a schema is a range of numbers, and takes the least and the greatest, it takes what lies between. */
const takesAll = (schema: z.ZodType, keys: readonly Keyframe[]): boolean => {
  if (!isRange(schema)) return false;
  let [least, greatest] = [Infinity, -Infinity];
  for (const { value } of keys) {
    if (typeof value !== 'number') return false;
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  return keys.length > 0 && [least, greatest].every((value) => z.safeParse(schema, value).success);
};
const isRange = (schema: z.ZodType): boolean => {
  const inner = schema instanceof z.ZodDefault ? schema.unwrap() : schema;
  if (!(inner instanceof z.ZodNumber)) return false;
  const checks = inner.def.checks ?? [];
  return checks.every(({ _zod }) => ['greater_than', 'less_than'].includes(_zod.def.check));
};

const keyProblems = (view: ShowView, clip: Clip, param: string, keys: Keyframe[]): Problem[] => {
  const path = `${clip.id}.keyframes.${param}`;
  const unsorted = keys.findIndex((key, index) => key.at < (keys[index - 1]?.at ?? -Infinity));
  const order =
    unsorted < 0
      ? []
      : [problem('keyframe-order', 'Keys must stand in the order of `at`.', `${path}.${unsorted}`)];
  const schema = schemaAt(view, clip, param);
  if (schema === null)
    return [...order, problem('keyframe-parameter', noChannel(clip.layer, clip, param), path)];
  if (schema && takesAll(schema, keys)) return order;
  const values = keys.flatMap((key, index) => {
    if (schema === undefined || z.safeParse(schema, key.value).success) return [];
    return [
      problem(
        'keyframe-value',
        `"${param}" does not take ${JSON.stringify(key.value)}.`,
        `${path}.${index}.value`,
      ),
    ];
  });
  return [...order, ...values];
};

const regionProblems = (view: ShowView, clip: Clip): Problem[] => {
  const { facade } = view;
  if (!facade || clip.region === null || !('elements' in clip.region)) return [];
  return clip.region.elements.flatMap((word, index) =>
    facade.select(word).length > 0
      ? []
      : [
          problem(
            'region-element',
            `The façade has no element, kind or group "${word}".`,
            `${clip.id}.region.elements.${index}`,
          ),
        ],
  );
};

const trackProblems = (view: ShowView, track: string): Problem[] => {
  const clips = (view.document.order[track] ?? []).flatMap((id) => view.clips[id] ?? []);
  return clips.flatMap((clip, index) => {
    const last = clips[index - 1];
    if (!last) return [];
    if (clip.start < last.start)
      return [
        problem('clip-order', `Starts before "${last.id}", which stands before it in ${track}.`, clip.id),
      ];
    const over = last.start + last.duration - clip.start;
    if (over <= TOUCH) return [];
    return [
      problem('clip-overlap', `Overlaps "${last.id}" on ${track} by ${Number(over.toFixed(3))} s.`, clip.id),
    ];
  });
};

export const clipProblems = (view: ShowView): Problem[] => [
  ...Object.values(view.clips).flatMap((clip) => [
    ...layerProblems(view, clip),
    ...Object.entries(clip.keyframes).flatMap(([param, keys]) => keyProblems(view, clip, param, keys)),
    ...regionProblems(view, clip),
  ]),
  ...effectProblems(view),
  ...groupProblems(view),
  ...followProblems(view),
  ...Object.keys(view.document.order)
    .filter((owner) => kindOf(owner) === 'track')
    .sort()
    .flatMap((track) => trackProblems(view, track)),
];
