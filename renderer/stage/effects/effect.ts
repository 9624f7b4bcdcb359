import type { Area } from '../area.ts';
import type { Brush } from '../brush.ts';
import type { LayerTimes } from '../layer.ts';
import type { FilterPass } from './filter.pass.ts';
import type { Patch } from './patch.ts';

/**
 * The drawing half of an effect type: `renderer/stage/effects/<type>.ts` exports `create: EffectFactory`. One instance
 * draws for every clip: nothing of a call may show in the next.
 */
export type EffectWork<P> = {
  brush: Brush;
  picture: Patch;
  /** Where the result is wanted. */
  area: Area;
  parameters: P;
  times: LayerTimes;
  /** The seed of the show and of the clip. */
  seed: number;
  /** The clip's own mask; null: it has none, or it is not on. */
  matte(): Patch | null;
  /** Coverage of named façade elements. */
  elements(names: readonly string[]): Patch;
};
export interface StageEffect<P = never> {
  /** For building their shaders ahead. */
  readonly passes: readonly FilterPass<string>[];
  /** @returns a patch of its own, or the same picture where it changes nothing. */
  apply(work: EffectWork<P>): Patch;
  dispose(): void;
}
export type EffectFactory<P = never> = () => StageEffect<P>;
