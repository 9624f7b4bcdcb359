import { parser } from '@shaderfrog/glsl-parser';
import { isPlainObject } from '../../show/plain.ts';
import { costOf } from './cost.ts';
import { readDeclared, type Declared, type Fault } from './declared.ts';
import { isNode } from './node.ts';

/**
 * A shader's text: what it asks for and what is wrong with it, by line. It is read where there is no graphics card too
 * (`frise check`); whether its types fit, only the card's compiler says.
 */
export type ShaderText = {
  declared: readonly Declared[];
  faults: readonly Fault[];
  /**
   * What may be compiled: the text without its comments, since where a comment ends is not the same to everybody (a \ at
   * the end of its line, a lone carriage return), and what stood in one here must not be a loop there.
   */
  text: string;
};

/** What the shader can use, all on one line, so that its own first line stays the first. */
const PRELUDE = [
  'uniform float time; uniform float position; uniform float free; uniform float duration;',
  'uniform vec2 size; uniform float seed; uniform float pixel;',
  'float random(vec2 p); float noise(vec2 p); float noise(vec3 p); vec3 light(vec3 signal);',
].join(' ');

/** Words for what a stranger's shader has no business with: pictures, outputs, and the compiler itself. */
const FORBIDDEN =
  /\b(?:gl_\w+|frise_\w+|\w*sampler\w*|\w*image\w*|texture\w*|texel\w+|layout|precision|main)\b/;
const withoutComments = (code: string): string =>
  code.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (text) => text.replace(/[^\n]/g, ' '));

const wordFaults = (bare: string): Fault[] =>
  bare.split('\n').flatMap((text, index): Fault[] => {
    const line = index + 1;
    if (/[#\\]/.test(text))
      return [{ line, message: 'There are no # lines and no \\: write const, or a function.' }];
    const found = FORBIDDEN.exec(text)?.[0];
    return found === undefined ? [] : [{ line, message: `"${found}" is not given to a shader.` }];
  });

/** Deeper than hands nest, or more of them, these take the parser minutes. */
const MOST_DEEP = 64;
const MOST_WAYS = 256;
const MOST_LOOPS = 48;
const nestFaults = (bare: string): Fault[] => {
  let [deep, ways, loops] = [0, 0, 0];
  for (const { 0: sign, index } of bare.matchAll(/[()[\]{}?]|\b(?:if|else|case|for|while|do|switch)\b/g)) {
    if (/[([{]/.test(sign)) deep += 1;
    else if (/[)\]}]/.test(sign)) deep -= 1;
    else if (/^(?:for|while|do|switch)$/.test(sign)) loops += 1;
    else ways += 1;
    if (deep <= MOST_DEEP && ways <= MOST_WAYS && loops <= MOST_LOOPS) continue;
    const message = `Too many brackets in each other (${MOST_DEEP}), loops (${MOST_LOOPS}) or ways (${MOST_WAYS}).`;
    return [{ line: bare.slice(0, index).split('\n').length, message }];
  }
  return [];
};

/** What the parser said, short, and its line. */
const parserFault = (error: unknown, bare: string): Fault => {
  if (error instanceof RangeError) return { line: 1, message: 'Too long a chain: write it in parts.' };
  const message = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  const start = isPlainObject(error) || error instanceof Error ? Reflect.get(error, 'location') : null;
  const at = isPlainObject(start) && isPlainObject(start['start']) ? start['start']['line'] : null;
  // The parser names the beginning of the statement that it could not finish.
  if (typeof at === 'number')
    return { line: at, message: 'Not to be read from here on: look for a missing ; or bracket.' };
  const name = /"(\w+)"/.exec(message)?.[1];
  if (name === undefined) return { line: 1, message };
  const line = bare.split('\n').findIndex((text) => new RegExp(`\\b${name}\\b`).test(text)) + 1;
  return { line: Math.max(1, line), message: `"${name}" is not declared.` };
};

const read = (code: string): ShaderText => {
  if (code.length > MOST_SIGNS)
    return { declared: [], faults: [{ line: 1, message: `More than ${MOST_SIGNS} characters.` }], text: '' };
  const { declared, faults } = readDeclared(code);
  const bare = withoutComments(code);
  const found = [...faults, ...wordFaults(bare), ...nestFaults(bare)];
  if (found.length > 0) return { declared, faults: found, text: bare };
  try {
    const options = { stage: 'fragment', includeLocation: true, failOnWarn: true, quiet: true } as const;
    const program: readonly unknown[] = parser.parse(`${PRELUDE} ${bare}`, options).program;
    return { declared, faults: costOf(program.filter(isNode)).faults, text: bare };
  } catch (error) {
    return { declared, faults: [parserFault(error, bare)], text: bare };
  }
};

/** A shader is a page, not a book; the parser takes a second for this many. */
export const MOST_SIGNS = 20_000;
const KEPT = 100;
const known = new Map<string, ShaderText>();
export const readShader = (code: string): ShaderText => {
  const found = known.get(code);
  if (found) return found;
  if (known.size >= KEPT) known.clear();
  const text = read(code);
  known.set(code, text);
  return text;
};
