import { describe, expect, it } from 'vitest';
import {
  withEffect,
  withEffectChanged,
  withEffectMoved,
  withoutEffect,
  type EffectFields,
} from '../../../../core/show/timeline-edit/effects-edit.ts';

const key = { at: 0, value: 1, ease: 'linear' as const };
const none: EffectFields = { effects: [], keyframes: { level: [key] }, follow: {} };
const two = withEffect(withEffect(withEffect(none, 'blur'), 'blur'), 'glow');
const ids = ({ effects }: EffectFields): string[] => effects.map(({ id }) => id);

describe('effects of a clip', () => {
  it('are added behind the others under an id of their own', () => {
    expect(ids(two)).toEqual(['blur', 'blur-2', 'glow']);
    expect(ids(withEffect(withoutEffect(two, 'blur'), 'blur'))).toEqual(['blur-2', 'glow', 'blur']);
  });
  it('go with the keys that moved them, and with no others', () => {
    const keyed = { ...two, keyframes: { level: [key], 'blur.radius': [key], 'blur-2.radius': [key] } };
    expect(Object.keys(withoutEffect(keyed, 'blur').keyframes)).toEqual(['level', 'blur-2.radius']);
  });
  it('change places, and not beyond either end', () => {
    expect(ids(withEffectMoved(two, 'glow', -2))).toEqual(['glow', 'blur', 'blur-2']);
    expect(ids(withEffectMoved(two, 'blur', 1))).toEqual(['blur-2', 'blur', 'glow']);
    expect(withEffectMoved(two, 'glow', 1)).toBe(two);
    expect(withEffectMoved(two, 'blur', -1)).toBe(two);
  });
  it('are changed alone', () => {
    const changed = withEffectChanged(two, 'glow', { on: false, parameters: { level: 2 } });
    expect(changed.effects.slice(0, 2)).toEqual(two.effects.slice(0, 2));
    expect(changed.effects[2]).toEqual({ id: 'glow', type: 'glow', on: false, parameters: { level: 2 } });
  });
});
