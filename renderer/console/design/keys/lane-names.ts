import { effectOf } from '../../../../core/layers/effects/registry.ts';
import { channelOf } from '../../../../core/show/channels.ts';
import { keyables, type Keyable, type KeyableClip } from '../../../../core/show/keys-edit/keyable.ts';
import type { EffectRecord, Value } from '../../../../core/show/show.schema.ts';
import type { BoardClip } from '../../../../core/show/timeline-edit/board.ts';
import type { Language } from '../../words.ts';
import { fieldLabel } from '../../words/field.words.ts';

/** What a clip's lanes are called, and which there are: parameters with keys, in the order of the inspector. */
export const labelOf = (language: Language, layer: string, param: string): string =>
  fieldLabel(language, param === 'opacity' ? 'clip' : `layer-${layer}`, param);

/** An effect as its list calls it: by its type, and by its own name where that says more. */
export const effectLabel = (language: Language, { id, type }: Pick<EffectRecord, 'id' | 'type'>): string =>
  `${effectOf(type)?.name[language] ?? type}${id === type ? '' : ` · ${id}`}`;

/** A channel's: of an effect's parameter with the effect before it. */
export const channelLabel = (
  language: Language,
  { layer, effects }: Pick<KeyableClip, 'layer' | 'effects'>,
  name: string,
): string => {
  const { effect, param } = channelOf(name);
  const owner = effect === null ? undefined : effects.find(({ id }) => id === effect);
  return owner
    ? `${effectLabel(language, owner)} · ${fieldLabel(language, `effect-${owner.type}`, param)}`
    : labelOf(language, layer, param);
};

export const lanesOf = (clip: KeyableClip & Pick<BoardClip, 'keyframes'>): readonly Keyable[] =>
  keyables(clip).filter(({ param }) => (clip.keyframes[param] ?? []).length > 0);

/** As short as it can be said. */
export const valueText = (value: Value | undefined, unit: string | null = null): string => {
  if (value === undefined) return '';
  if (typeof value === 'number') return `${Number(value.toPrecision(5))}${unit === null ? '' : ` ${unit}`}`;
  return Array.isArray(value) ? value.join(' ') : String(value);
};
