import { PATTERNS, type LineUp, type PatternChoice } from '../../../core/control/line-up.ts';
import type { VerbInput } from '../../../core/control/verbs.ts';

/** Where a pattern goes: raw onto one output or all of them, or onto the façade through the correction. */
export const SCOPES = ['output', 'all', 'canvas'] as const;
export type Scope = (typeof SCOPES)[number];

/** Names that a scope offers; grey takes a level of its own. */
export const namesOf = (scope: Scope): readonly string[] =>
  PATTERNS[scope === 'canvas' ? 'canvas' : 'output'];

export const patternVerb = (
  scope: Scope,
  output: string | null,
  name: string | null,
): VerbInput<'line-up/pattern'> => ({
  outputs: scope === 'output' && output !== null ? [output] : null,
  pattern: name === null ? null : { name, space: scope === 'canvas' ? 'canvas' : 'output' },
});

export const patternNow = ({ patterns }: LineUp, output: string | null): PatternChoice | null =>
  output === null ? (Object.values(patterns)[0] ?? null) : (patterns[output] ?? null);
