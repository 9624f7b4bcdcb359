import { describe, expect, it } from 'vitest';
import { layerTypes } from '../../../core/layers/registry.ts';
import { createParameterCache } from '../../../renderer/stage/parameters.ts';

const { shape, linkage, text } = layerTypes;
if (!shape || !linkage || !text) throw new Error('a layer type is missing');
/** What a cache says that has seen nothing before. */
const anew = (type: typeof shape, raw: Record<string, unknown>) => createParameterCache(type, 'clip:a')(raw);

describe('parameters that keyframes move', () => {
  it('are as if all were read, whatever was before', () => {
    const cache = createParameterCache(shape, 'clip:a');
    const path = 'M0 0H9V9Z';
    const steps: Record<string, unknown>[] = [
      { path, x: 1, fill: '#102030' },
      { path, x: 2, fill: '#102030' },
      { path, x: 2, fill: '#405060' },
      { path, x: 2, fill: '#405060', opacity: 0.5 },
      { path, x: 2, fill: '#405060', opacity: 0.7 },
      { path, x: 3, draw: 7 },
      { path, x: 3, draw: 0.2 },
      { path, x: 'no number', draw: 0.2 },
      { path, x: 'still none', draw: 0.2 },
      { path, x: 4, draw: 0.2 },
    ];
    for (const raw of steps) expect(cache(raw)).toEqual(anew(shape, raw));
  });
  it('are out of range one by one, and named as if all were read', () => {
    const cache = createParameterCache(text, 'clip:a');
    for (const size of [3, 4, -2, 5]) expect(cache({ size })).toEqual(anew(text, { size }));
  });
  it('are judged together where the layer does', () => {
    const cache = createParameterCache(linkage, 'clip:a');
    for (const crank of [1, 2, 90, 1.5]) {
      const raw = { crank, rod: 5 };
      expect(cache(raw)).toEqual(anew(linkage, raw));
    }
  });
  it('what has not changed is the same object', () => {
    const cache = createParameterCache(shape, 'clip:a');
    const first = cache({ x: 1 });
    expect(cache({ x: 1 })).toBe(first);
  });
});
