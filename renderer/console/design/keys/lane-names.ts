import { keyables, type Keyable } from '../../../../core/show/keys-edit/keyable.ts';
import type { Value } from '../../../../core/show/show.schema.ts';
import type { BoardClip } from '../../../../core/show/timeline-edit/board.ts';
import type { Language } from '../../words.ts';
import { fieldLabel } from '../../words/field.words.ts';

/** What a clip's lanes are called, and which there are: parameters with keys, in the order of the inspector. */
export const labelOf = (language: Language, layer: string, param: string): string =>
  fieldLabel(language, param === 'opacity' ? 'clip' : `layer-${layer}`, param);

export const lanesOf = ({ layer, keyframes }: Pick<BoardClip, 'layer' | 'keyframes'>): readonly Keyable[] =>
  keyables(layer).filter(({ param }) => (keyframes[param] ?? []).length > 0);

/** As short as it can be said. */
export const valueText = (value: Value | undefined, unit: string | null = null): string => {
  if (value === undefined) return '';
  if (typeof value === 'number') return `${Number(value.toPrecision(5))}${unit === null ? '' : ` ${unit}`}`;
  return Array.isArray(value) ? value.join(' ') : String(value);
};
