import type { LitOutput } from '../../../core/rig/coverage.ts';
import { outputSchema } from '../../../core/rig/rig.schema.ts';

/** An output of 160 × 90 pixels over 16 × 9 metres, unwarped. */
export const makeOutput = (overrides: Record<string, unknown> = {}): LitOutput => ({
  id: typeof overrides['id'] === 'string' ? overrides['id'] : 'output:a',
  ...outputSchema.parse({
    name: 'A',
    width: 160,
    height: 90,
    display: {},
    region: { x: 0, y: 0, width: 16, height: 9 },
    ...overrides,
  }),
});

export const makeEdge = (width: number, power = 2): Record<string, number> => ({ width, power });
/** Soft edges of the given widths in pixels, none where left out. */
export const makeEdges = (
  widths: Partial<Record<'left' | 'right' | 'top' | 'bottom', number>>,
  power = 2,
): Record<string, unknown> => ({
  kind: 'edges',
  left: makeEdge(widths.left ?? 0, power),
  right: makeEdge(widths.right ?? 0, power),
  top: makeEdge(widths.top ?? 0, power),
  bottom: makeEdge(widths.bottom ?? 0, power),
});
