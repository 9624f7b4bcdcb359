import { PATTERNS, type LineUp, type PatternChoice } from '../../../core/control/line-up.ts';
import type { VerbInput } from '../../../core/control/verbs.ts';
import type { Mode } from './modes.ts';

/** Where a pattern goes. */
export const SCOPES = ['output', 'all'] as const;
export type Scope = (typeof SCOPES)[number];
/** Through the correction, or onto the raw raster. */
export const SPACES = ['canvas', 'output'] as const;
export type Space = PatternChoice['space'];

/** What moves with the points is what one lines up by; a projector's colours are judged on its raw raster. */
export const spaceFor = (mode: Mode): Space =>
  mode === 'colour' || mode === 'displays' ? 'output' : 'canvas';

export const namesOf = (space: Space): readonly string[] => PATTERNS[space];

/** `name` null: the show. */
export const patternVerb = (
  output: string | null,
  name: string | null,
  space: Space,
): VerbInput<'line-up/pattern'> => ({
  outputs: output === null ? null : [output],
  pattern: name === null ? null : { name, space },
});

export const patternNow = ({ patterns }: LineUp, output: string | null): PatternChoice | null =>
  output === null ? (Object.values(patterns)[0] ?? null) : (patterns[output] ?? null);
