import type { z } from 'zod';

/**
 * A layer type is two files: `core/layers/<type>.ts` describes its parameters, `renderer/stage/layers/<type>.ts`
 * draws them. This is the first half.
 */
export type ParameterHint = {
  /** Unit shown behind the number. */
  unit?: 'm' | 's' | '°' | '%' | 'px' | 'Hz' | 'bpm' | 'm/s' | 'dB';
  control?:
    | 'slider'
    | 'number'
    | 'colour'
    | 'choice'
    | 'text'
    | 'media'
    | 'elements'
    | 'seed'
    | 'toggle'
    | 'point'
    /** The name of a live input. */
    | 'input';
  /** Which time the parameter lives by. */
  time?: 'position' | 'free';
};
type Both = { fr: string; en: string };
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
  name: Both;
  /** What it is for, in a few words, for whoever chooses a layer. */
  about: Both;
  /** Parameters with which a new clip shows something on any façade; absent: the defaults do. */
  fresh?: Readonly<Record<string, unknown>>;
  schema: S;
  /** Where a clip declares parameters of its own (a shader): the schema with them; the same object for the same words. */
  schemaFor?(parameters: Readonly<Record<string, unknown>>): z.ZodObject;
  /** What is wrong with parameters that their schema lets through, such as a text in a language of its own. */
  faults?(parameters: z.infer<S>): { param: string; code: string; message: string }[];
  hints: Partial<Record<string, ParameterHint>>;
  handles?: LayerHandles;
  /** Metres beyond a region that this layer's picture may depend on; Infinity: the whole canvas. */
  reach(parameters: z.infer<S>): number;
  /** Ids of media that it reads. */
  media(parameters: z.infer<S>): string[];
};
export const defineLayer = <S extends z.ZodObject>(definition: LayerDefinition<S>): LayerDefinition<S> =>
  definition;

/** What a clip of this layer takes. */
export const schemaOf = (
  { schema, schemaFor }: Pick<LayerDefinition, 'schema' | 'schemaFor'>,
  parameters: Readonly<Record<string, unknown>>,
): z.ZodObject => schemaFor?.(parameters) ?? schema;
