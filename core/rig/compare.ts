import { nameOf } from '../ids.ts';
import { stableText } from '../show/serialise.ts';
import type { Point } from './geometry.ts';
import { compileRig } from './rig.document.ts';
import type { CompiledOutput, CompiledRig } from './rig.document.ts';
import type { RigDocument } from './rig.schema.ts';
import { controlGrid } from './warp-mesh.ts';

/**
 * Two rigs side by side, as a technician asks: which output has moved, and by how much. Points are compared where both
 * warps have the same grid; `moved` is null where only the kinds can be told apart.
 */
export type RigDifference =
  | { kind: 'output-added' | 'output-removed'; output: string; name: string }
  | {
      kind: 'warp';
      output: string;
      name: string;
      /** Points that moved, and the longest way in output pixels. */
      moved: { points: number; longest: number } | null;
    }
  | { kind: 'fields'; output: string | null; name: string; fields: string[] };

const LEAST_MOVE = 0.005;

export const compareRigs = (before: RigDocument, after: RigDocument): RigDifference[] => {
  const [a, b] = [compileRig(before), compileRig(after)];
  return [
    ...rigFields(a, b),
    ...a.outputs
      .filter((one) => !find(b, one))
      .map((one) => ({ kind: 'output-removed' as const, output: one.key, name: one.name })),
    ...b.outputs.flatMap((one) => {
      const old = find(a, one);
      return old
        ? outputDifferences(old, one)
        : [{ kind: 'output-added' as const, output: one.key, name: one.name }];
    }),
  ];
};

const find = ({ outputs }: CompiledRig, { id }: CompiledOutput): CompiledOutput | undefined =>
  outputs.find((output) => output.id === id);

const rigFields = (a: CompiledRig, b: CompiledRig): RigDifference[] => {
  const fields = changedFields(a.rig, b.rig);
  return fields.length === 0 ? [] : [{ kind: 'fields', output: null, name: nameOf(b.id), fields }];
};

const outputDifferences = (old: CompiledOutput, now: CompiledOutput): RigDifference[] => {
  const all = changedFields(old, now);
  const fields = all.filter((field) => field !== 'warp');
  const at = { output: now.key, name: now.name };
  const other: RigDifference[] = fields.length === 0 ? [] : [{ kind: 'fields', ...at, fields }];
  return all.includes('warp') ? [{ kind: 'warp', ...at, moved: movedPoints(old, now) }, ...other] : other;
};

const changedFields = (a: object, b: object): string[] => {
  const [old, now] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return [...now.keys()].filter((field) => stableText(old.get(field)) !== stableText(now.get(field))).sort();
};

const movedPoints = (
  old: CompiledOutput,
  now: CompiledOutput,
): { points: number; longest: number } | null => {
  if (old.warp.kind === 'model' || now.warp.kind === 'model') return null;
  const [a, b] = [controlGrid(old), controlGrid(now)];
  if (a.columns !== b.columns || a.rows !== b.rows) return null;
  const ways = b.points.map((point, index) => distance(point, a.points[index] ?? point));
  return {
    points: ways.filter((way) => way >= LEAST_MOVE).length,
    longest: Math.max(0, ...ways),
  };
};

const distance = (p: Point, q: Point): number => Math.hypot(p[0] - q[0], p[1] - q[1]);
