import type { z } from 'zod';
import type { ParameterHint } from '../layer.ts';
import type { Box } from './box.ts';

/**
 * An effect type is two files: `core/layers/effects/<type>.ts` describes its parameters and how far it reaches,
 * `renderer/stage/effects/<type>.ts` draws it. An effect takes a clip's picture and gives another, before the clip is
 * laid on what is below: a pure function of the picture, the parameters and the two times.
 */
export type EffectDefinition<S extends z.ZodObject = z.ZodObject> = {
  type: string;
  name: { fr: string; en: string };
  schema: S;
  hints: Partial<Record<string, ParameterHint>>;
  /** Where the picture may be once the effect is on it: outside it is empty. */
  covers(box: Box, parameters: z.infer<S>): Box;
  /** What must be drawn of the picture so that the effect is right inside `box`: an output's edge must not be seen. */
  sees(box: Box, parameters: z.infer<S>): Box;
  /** Clips whose pictures it reads besides its own. */
  clips(parameters: z.infer<S>): string[];
};
export const defineEffect = <S extends z.ZodObject>(definition: EffectDefinition<S>): EffectDefinition<S> =>
  definition;

/** The picture stays where it is and nothing around it is looked at. */
export const inPlace = {
  covers: (box: Box): Box => box,
  sees: (box: Box): Box => box,
  clips: (): string[] => [],
};
