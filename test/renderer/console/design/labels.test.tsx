import { expect, it } from 'vitest';
import { effectTypes } from '../../../../core/layers/effects/registry.ts';
import { layerTypes } from '../../../../core/layers/registry.ts';
import { sound } from '../../../../core/layers/sound.ts';
import { clipSchema } from '../../../../core/show/show.schema.ts';
import { hasLabel } from '../../../../renderer/console/words/field.words.ts';

it('every field of a clip and every parameter of a layer that is there has a name in both languages', () => {
  const layers = [...Object.values(layerTypes), sound];
  const own = Object.keys(clipSchema.shape).filter(
    (key) => !/^(?:layer|region|parameters|effects|keyframes|follow)$/.test(key),
  );
  const parameters = layers.flatMap(({ type, schema }) =>
    Object.keys(schema.shape).map((key) => [`layer-${type}`, key]),
  );
  const effects = Object.values(effectTypes).flatMap(({ type, schema }) =>
    Object.keys(schema.shape).map((key) => [`effect-${type}`, key]),
  );
  const nameless = [...own.map((key) => ['clip', key]), ...parameters, ...effects].filter(
    ([kind = '', key = '']) => !hasLabel(kind, key),
  );
  expect([...new Set(nameless.map(([, key]) => key))]).toEqual([]);
});
