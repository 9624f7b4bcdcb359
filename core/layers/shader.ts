import { z } from 'zod';
import { clock, number, positive, seed } from './fields.ts';
import { defineLayer } from './layer.ts';
import { MOST_SIGNS, readShader } from './shader/read-shader.ts';

/** What a new clip shows: a slow wave of warm light, and how a parameter is declared. */
export const FIRST_SHADER = `uniform float pace;   // = 0.2, 0 to 2, waves a second
uniform float apart;  // = 6, 0.5 to 40, metres from wave to wave
uniform vec3 ink;     // = #ffb060

// at: metres from the lower left corner. Returns linear light and opacity.
vec4 paint(vec2 at) {
  float wave = 0.5 + 0.5 * sin(6.2832 * (at.x / apart - time * pace));
  float cloud = 0.6 * noise(at * 0.3) + 0.4 * noise(at * 0.9);
  return vec4(ink * wave * cloud, 1.0);
}
`;

export const shaderSchema = z.object({
  code: z.string().max(MOST_SIGNS).default(FIRST_SHADER),
  x: number(0).describe('left edge'),
  y: number(0).describe('lower edge'),
  width: positive(0).describe('0: the canvas'),
  height: positive(0).describe('0: the canvas'),
  clock: clock(),
  seed: seed(),
});
export type ShaderParameters = z.infer<typeof shaderSchema>;

const KEPT = 100;
const schemas = new Map<string, z.ZodObject>();
/** With what the code declares: the same object for the same code, as forms and caches want it. */
const schemaFor = ({ code }: Readonly<Record<string, unknown>>): z.ZodObject => {
  const text = typeof code === 'string' ? code : FIRST_SHADER;
  const known = schemas.get(text);
  if (known) return known;
  if (schemas.size >= KEPT) schemas.clear();
  const own = readShader(text).declared.map(({ name, schema }) => [name, schema] as const);
  const made = shaderSchema.extend(Object.fromEntries(own));
  schemas.set(text, made);
  return made;
};

/** A picture by a formula: GLSL that says what each point shows, with parameters that it declares itself. */
export const shader = defineLayer({
  type: 'shader',
  name: { fr: 'Shader', en: 'Shader' },
  about: { fr: 'une image écrite comme une formule (GLSL)', en: 'a picture written as a formula (GLSL)' },
  schema: shaderSchema,
  schemaFor,
  faults: ({ code }) =>
    readShader(code).faults.map(({ line, message }) => ({
      param: 'code',
      code: 'shader-code',
      message: `Line ${line}: ${message}`,
    })),
  hints: {
    code: { control: 'text' },
    x: { unit: 'm' },
    y: { unit: 'm' },
    width: { unit: 'm' },
    height: { unit: 'm' },
    clock: { control: 'choice' },
    seed: { control: 'seed' },
  },
  reach: () => 0,
  media: () => [],
});
