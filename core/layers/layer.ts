import type { z } from 'zod';

/**
 * A layer type is two files: `core/layers/<type>.ts` describes its parameters, `renderer/stage/layers/<type>.ts`
 * draws them. This is the first half.
 */
export type ParameterHint = {
  /** Unit shown behind the number. */
  unit?: 'm' | 's' | '°' | '%' | 'px' | 'Hz' | 'bpm' | 'm/s' | 'dB';
  control?:
    'slider' | 'number' | 'colour' | 'choice' | 'text' | 'media' | 'elements' | 'seed' | 'toggle' | 'point';
  /** Which time the parameter lives by. */
  time?: 'position' | 'free';
};
/**
 * Which parameters place a layer on the canvas, by name, for handles on the picture. All are numbers: metres, degrees
 * counter-clockwise from the right, a factor.
 */
export type LayerHandles = {
  /** x, y of each point that can be dragged; the first is where the layer stands. */
  points: readonly (readonly [string, string])[];
  /** Width and height of the box whose lower left corner is the first point; 0 is the canvas's. */
  size?: readonly [string, string];
  /** Turns about the first point, or about the middle of the box where there is one. */
  angle?: string;
  scale?: string;
};
export type LayerDefinition<S extends z.ZodObject = z.ZodObject> = {
  type: string;
  name: { fr: string; en: string };
  schema: S;
  hints: Partial<Record<string, ParameterHint>>;
  handles?: LayerHandles;
  /** Metres beyond a region that this layer's picture may depend on; Infinity: the whole canvas. */
  reach(parameters: z.infer<S>): number;
  /** Ids of media that it reads. */
  media(parameters: z.infer<S>): string[];
};
export const defineLayer = <S extends z.ZodObject>(definition: LayerDefinition<S>): LayerDefinition<S> =>
  definition;
