import type { CompiledLane } from './compiled.ts';
import type { Keyframe } from './show.schema.ts';

/** Keys, sorted, indexed for looking up. */
export const laneOf = (param: string, keys: Keyframe[]): CompiledLane => {
  const numbers = keys.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  return {
    param,
    keys,
    times: Float64Array.from(keys, ({ at }) => at),
    numbers: numbers.length === keys.length ? Float64Array.from(numbers) : null,
  };
};
