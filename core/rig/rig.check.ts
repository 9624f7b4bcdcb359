import type { Problem } from '../result.ts';
import { compileRig } from './rig.document.ts';
import type { CompiledOutput, CompiledRig } from './rig.document.ts';
import type { RigDocument } from './rig.schema.ts';

/** Rig cross checks. Codes: `rig-grid`, `rig-region`, `rig-name`. Expects a valid `rig:` record. */
const gridProblems = ({ id, warp }: CompiledOutput): Problem[] => {
  if (warp.kind !== 'grid' || warp.points.length === warp.columns * warp.rows) return [];
  const message = `${warp.columns} × ${warp.rows} needs ${warp.columns * warp.rows} points; there are ${warp.points.length}.`;
  return [{ code: 'rig-grid', message, path: `${id}.warp.points` }];
};

/** A region may hang over the edge (overscan), but one that misses the canvas is a slip of the unit. */
const regionProblems = ({ rig }: CompiledRig, { id, region }: CompiledOutput): Problem[] => {
  const isOnCanvas =
    region.x < rig.facade.width &&
    region.y < rig.facade.height &&
    region.x + region.width > 0 &&
    region.y + region.height > 0;
  if (isOnCanvas) return [];
  const message = `Lies beside the canvas of ${rig.facade.width} × ${rig.facade.height} m. Regions are in metres.`;
  return [{ code: 'rig-region', message, path: `${id}.region` }];
};

const nameProblems = (outputs: readonly CompiledOutput[]): Problem[] =>
  outputs.flatMap(({ id, name }, index) => {
    const first = outputs.find((other) => other.name === name);
    if (!first || outputs.indexOf(first) === index) return [];
    return [
      { code: 'rig-name', message: `"${name}" is the name of ${first.id} already.`, path: `${id}.name` },
    ];
  });

export const rigProblems = (document: RigDocument): Problem[] => {
  const rig = compileRig(document);
  return [
    ...rig.outputs.flatMap((output) => [...gridProblems(output), ...regionProblems(rig, output)]),
    ...nameProblems(rig.outputs),
  ];
};
