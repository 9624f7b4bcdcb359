import { isContent } from '../../layers/content.ts';
import { fail, ok, type Result } from '../../result.ts';
import { channelOf } from '../channels.ts';
import type { DocumentEdit } from '../document.ts';
import { recordsOfKind } from '../records.ts';
import { presetSchema } from '../show.schema.ts';
import type { EffectRecord, PresetRecord, ShowDocument } from '../show.schema.ts';
import { clipsEdit, merged, type BoardClip } from '../timeline-edit/board.ts';
import { layerOf } from '../timeline-edit/content-shift.ts';
import { newId } from '../timeline-edit/free-id.ts';

/** Presets of a show: kept, put on clips, renamed, thrown away, one step each. Codes: `preset-name`, `preset-gone`. */
export type ShowPreset = PresetRecord & { id: string };
/** A preset wherever it comes from. */
export type Look = Pick<PresetRecord, 'layer' | 'parameters' | 'effects'>;

/** For clips of a layer, by name. */
export const presetsOf = ({ records }: ShowDocument, layer: string): ShowPreset[] =>
  recordsOfKind(records, 'preset', presetSchema)
    .filter((preset) => preset.layer === layer)
    .toSorted((a, b) => a.name.localeCompare(b.name));

/** What a clip is about, and where it stands. */
const isItsOwn = (layer: string, param: string): boolean =>
  isContent(layer, param) ||
  (layerOf(layer)?.handles?.points.some((point) => point.includes(param)) ?? false);
type Parameters = Record<string, unknown>;
const parametersIn = (parameters: Parameters, keep: (param: string) => boolean): Parameters =>
  Object.fromEntries(Object.entries(parameters).filter(([param]) => keep(param)));
/** A mask by another clip of the same timeline is of this clip alone. */
const portable = (effects: readonly EffectRecord[]): EffectRecord[] =>
  effects.filter(({ parameters }) => typeof parameters['clip'] !== 'string');

const put = (label: string, id: string, record: unknown): DocumentEdit => ({
  label,
  put: { [id]: record },
  remove: [],
  order: {},
});

/** What the clip says now, without its keys; a preset of this name for this layer is replaced. */
export const savePreset = (
  document: ShowDocument,
  clip: BoardClip,
  given: string,
): Result<DocumentEdit & { made: string[] }> => {
  const name = given.trim();
  if (name === '') return fail('preset-name', 'A preset needs a name.');
  const same = presetsOf(document, clip.layer).find((each) => each.name === name);
  const id = same?.id ?? newId(document.records, 'preset', name);
  const parameters = parametersIn(clip.parameters, (param) => !isItsOwn(clip.layer, param));
  const record = { name, layer: clip.layer, parameters, effects: portable(clip.effects) };
  return ok({ ...put('save preset', id, record), made: [id] });
};

type Moving = Pick<BoardClip, 'parameters' | 'effects' | 'keyframes' | 'follow'>;
/** The clip with it: settings that it does not name go back to their defaults, what has keys keeps them. */
const withPreset = (clip: BoardClip, { parameters, effects }: Look): Moving => {
  const next = effects ?? clip.effects;
  const stays = (channel: string): boolean => {
    const { effect } = channelOf(channel);
    if (effect === null) return true;
    const was = clip.effects.find(({ id }) => id === effect)?.type;
    return next.some(({ id, type }) => id === effect && type === was);
  };
  const moving = <T>(table: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(table).filter(([channel]) => stays(channel)));
  return {
    parameters: { ...parametersIn(clip.parameters, (param) => isItsOwn(clip.layer, param)), ...parameters },
    effects: next,
    keyframes: moving(clip.keyframes),
    follow: moving(clip.follow),
  };
};

/** On all of these that are of its layer. */
export const applyPreset = (
  document: ShowDocument,
  clips: readonly BoardClip[],
  preset: Look,
): DocumentEdit =>
  clipsEdit(
    document,
    'preset',
    clips
      .filter(({ layer }) => layer === preset.layer)
      .map((clip) => ({ id: clip.id, track: clip.track, fields: withPreset(clip, preset) })),
  );

export const renamePreset = (document: ShowDocument, id: string, given: string): Result<DocumentEdit> => {
  const name = given.trim();
  if (name === '') return fail('preset-name', 'A preset needs a name.', id);
  const record = Object.hasOwn(document.records, id) ? document.records[id] : undefined;
  if (record === undefined) return fail('preset-gone', 'There is no such preset any more.', id);
  return ok(put('rename preset', id, merged(record, { name })));
};

export const removePreset = (id: string): DocumentEdit => ({
  label: 'delete preset',
  put: {},
  remove: [id],
  order: {},
});
