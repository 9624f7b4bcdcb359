import type { FacadeModel } from '../facade/model.ts';
import { maskProblems } from './mask.check.ts';
import { modelProblems } from './model.check.ts';
import type { Problem } from '../result.ts';
import { compileRig } from './rig.document.ts';
import type { CompiledOutput, CompiledRig } from './rig.document.ts';
import type { RigDocument } from './rig.schema.ts';
import { wallProblems } from './wall-mesh-check.ts';
import { isWholeGrid, LEAST_GAP } from './warp-mesh.ts';
import { warpProblems } from './warp-problems.ts';

/**
 * Rig cross checks. Codes: `rig-grid`, `rig-region`, `rig-name`, and those of the warps, the model, the wall mesh and the masks.
 * Expects a valid `rig:` record.
 */
const gridProblems = (output: CompiledOutput): Problem[] => {
  const { id, warp } = output;
  if (warp.kind !== 'grid' || isWholeGrid(warp)) return warpProblems(output, id);
  const { columns, rows, points } = warp;
  if (points.length === columns * rows) {
    const message = `The lines of ${columns} × ${rows} must rise from 0 to 1, ${LEAST_GAP} apart or more.`;
    return [{ code: 'rig-grid', message, path: `${id}.warp.columnsAt` }];
  }
  const message = `${columns} × ${rows} needs ${columns * rows} points; there are ${points.length}.`;
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

/** `facade` null: not known, so what masks name is not checked. */
export const rigProblems = (document: RigDocument, facade: FacadeModel | null): Problem[] => {
  const rig = compileRig(document);
  return [
    ...rig.outputs.flatMap((output) => [...gridProblems(output), ...regionProblems(rig, output)]),
    ...nameProblems(rig.outputs),
    ...wallProblems(rig.rig, rig.id),
    ...modelProblems(rig),
    ...maskProblems(rig, facade),
  ];
};
