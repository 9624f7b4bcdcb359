import type { FrameEffect, FrameLayer } from '../../../core/playback/frame.ts';
import { seedOf } from '../../../core/layers/hash.ts';
import { commonBox, type Box } from '../../../core/layers/effects/box.ts';
import type { EffectDefinition } from '../../../core/layers/effects/effect.ts';
import { effectOf } from '../../../core/layers/effects/registry.ts';
import type { Problem } from '../../../core/result.ts';
import { createParameterCache, type Parsed } from '../parameters.ts';
import type { EffectWork, StageEffect } from './effect.ts';
import { effectFactories } from './index.ts';
import type { Patch } from './patch.ts';

/**
 * The effects of a clip, one after the other. How far each looks is worked out backwards from what is wanted, so that
 * what is drawn of the clip beyond an output's edge is as much as the effects need and no more. An effect that fails is
 * named once and left out; the picture goes on without it.
 */
export type Link = {
  id: string;
  definition: EffectDefinition;
  effect: StageEffect;
  parameters: Record<string, unknown>;
  matte: FrameLayer | null;
};
type Work = Pick<EffectWork<never>, 'brush' | 'times' | 'elements'> & {
  seed: number;
  /** A mask's clip as a patch. */
  draw(matte: FrameLayer): Patch;
};

export class Effects {
  private readonly made = new Map<string, StageEffect>();
  private readonly caches = new Map<string, (raw: Record<string, unknown>) => Parsed>();
  private readonly said = new Set<string>();
  constructor(private readonly report: (problem: Problem) => void) {}

  chainOf(layer: FrameLayer): Link[] {
    return layer.effects.flatMap((effect) => this.link(layer, effect) ?? []);
  }

  /** What must be drawn so that each link, and last the result, is right inside `box`; `whole`: where anything is. */
  needs(chain: readonly Link[], box: Box, whole: Box): Box[] {
    const needs = [box];
    for (const { definition, parameters } of chain.toReversed())
      needs.unshift(commonBox(definition.sees(needs[0] ?? box, parameters), whole) ?? needs[0] ?? box);
    return needs;
  }

  /** The picture, whose place is `covered`, with the chain on it; it is given back to the brush. */
  apply(
    chain: readonly Link[],
    picture: Patch,
    covered: Box,
    needs: readonly Box[],
    work: Work,
  ): Patch | null {
    let [current, box] = [picture, covered];
    for (const [index, link] of chain.entries()) {
      const next = commonBox(link.definition.covers(box, link.parameters), needs[index + 1] ?? box);
      if (!next) {
        work.brush.giveBack(current);
        return null;
      }
      const made = this.draw(link, current, next, work);
      if (made !== current) work.brush.giveBack(current);
      [current, box] = [made, next];
    }
    return current;
  }

  private draw(link: Link, picture: Patch, box: Box, { brush, times, seed, elements, draw }: Work): Patch {
    const { matte } = link;
    try {
      return link.effect.apply({
        brush,
        picture,
        area: brush.areaOf(box),
        parameters: link.parameters as never,
        times,
        seed: (seed ^ seedOf(link.id)) >>> 0,
        elements,
        matte: () => (matte ? draw(matte) : null),
      });
    } catch (error) {
      const message = `${error instanceof Error ? error.message : String(error)}. The picture goes on without it.`;
      this.once({ code: 'effect-failed', message, path: link.id });
      return picture;
    }
  }

  private link(layer: FrameLayer, { id, type, parameters, matte }: FrameEffect): Link | null {
    const definition = effectOf(type);
    const effect = this.effectOf(type);
    const path = `${layer.clip}.effects.${id}`;
    if (!definition || !effect) {
      this.once({ code: 'effect-unknown', message: `No effect is called "${type}"; choose another.`, path });
      return null;
    }
    const parse = this.cacheOf(`${layer.key}.${id}:${type}`, definition, path);
    const { value, problem } = parse(parameters);
    if (problem) this.once(problem);
    return { id: path, definition, effect, parameters: value, matte };
  }

  private cacheOf(key: string, definition: EffectDefinition, path: string) {
    const known = this.caches.get(key);
    if (known) return known;
    // Keys name playbacks, which come and go.
    if (this.caches.size > 1000) this.caches.clear();
    const cache = createParameterCache(definition, path);
    this.caches.set(key, cache);
    return cache;
  }

  effectOf(type: string): StageEffect | null {
    const found = this.made.get(type);
    const factory = effectFactories[type];
    if (found || !factory) return found ?? null;
    const made = factory();
    this.made.set(type, made);
    return made;
  }

  private once(problem: Problem): void {
    const key = `${problem.code} ${problem.path}`;
    if (this.said.has(key)) return;
    this.said.add(key);
    this.report(problem);
  }

  dispose(): void {
    for (const effect of this.made.values()) effect.dispose();
    this.made.clear();
  }
}
