import type { Point } from '../../../../core/rig/geometry.ts';
import type { MaskRecord } from '../../../../core/rig/light.schema.ts';
import type { CompiledOutput, CompiledRig } from '../../../../core/rig/rig.document.ts';

/** Masks live in two lists: an output's own, and those that bind all outputs. */
export type MaskOwner = 'output' | 'all';
export type MaskId = { owner: MaskOwner; index: number };

export const masksOf = (rig: CompiledRig, output: CompiledOutput, owner: MaskOwner): MaskRecord[] =>
  owner === 'output' ? output.masks : rig.rig.masks;
export const maskAt = (
  rig: CompiledRig,
  output: CompiledOutput,
  { owner, index }: MaskId,
): MaskRecord | null => masksOf(rig, output, owner)[index] ?? null;
export const allMasks = (rig: CompiledRig, output: CompiledOutput): { id: MaskId; mask: MaskRecord }[] =>
  (['output', 'all'] as const).flatMap((owner) =>
    masksOf(rig, output, owner).map((mask, index) => ({ id: { owner, index }, mask })),
  );

/** The record and the field that an edit of a list touches. */
export const putMasks = (
  rig: CompiledRig,
  output: CompiledOutput,
  owner: MaskOwner,
  masks: MaskRecord[],
): Record<string, { masks: MaskRecord[] }> => ({ [owner === 'output' ? output.id : rig.id]: { masks } });

export const replaced = (masks: readonly MaskRecord[], index: number, mask: MaskRecord): MaskRecord[] =>
  masks.map((each, i) => (i === index ? mask : each));

const corner = (point: Point): [number, number] => [point[0], point[1]];

export const newMask = (
  name: string,
  space: MaskRecord['space'],
  shape: Partial<Pick<MaskRecord, 'elements'>> & { points?: readonly Point[] },
): MaskRecord => ({
  name,
  enabled: true,
  space,
  points: (shape.points ?? []).map(corner),
  handles: null,
  elements: shape.elements ?? [],
  feather: 0,
  inverted: false,
});

export const withPoint = (mask: MaskRecord, index: number, point: Point): MaskRecord => ({
  ...mask,
  points: mask.points.map((each, i) => (i === index ? corner(point) : each)),
});

/** A curve through the points: handles along the line from neighbour to neighbour (Catmull–Rom). */
export const curved = (mask: MaskRecord): MaskRecord => {
  const count = mask.points.length;
  return {
    ...mask,
    handles: mask.points.map((_, i) => {
      const before = mask.points[(i + count - 1) % count] ?? [0, 0];
      const after = mask.points[(i + 1) % count] ?? [0, 0];
      const [dx, dy] = [(after[0] - before[0]) / 6, (after[1] - before[1]) / 6];
      return [-dx, -dy, dx, dy];
    }),
  };
};
export const straight = (mask: MaskRecord): MaskRecord => ({ ...mask, handles: null });

/** `side` 0: incoming, 1: outgoing. `point`: where its end is now, in the mask's space. */
export const withHandle = (mask: MaskRecord, index: number, side: 0 | 1, point: Point): MaskRecord => {
  const at = mask.points[index];
  if (!at || !mask.handles) return mask;
  const [dx, dy] = [point[0] - at[0], point[1] - at[1]];
  return {
    ...mask,
    handles: mask.handles.map((handle, i) =>
      i !== index ? handle : side === 0 ? [dx, dy, handle[2], handle[3]] : [handle[0], handle[1], dx, dy],
    ),
  };
};
/** Ends of the handles, in the mask's space: incoming and outgoing of each point in turn. */
export const handleEnds = ({ points, handles }: MaskRecord): Point[] =>
  (handles ?? []).flatMap(([inX, inY, outX, outY], i): Point[] => {
    const [x, y] = points[i] ?? [0, 0];
    return [
      [x + inX, y + inY],
      [x + outX, y + outY],
    ];
  });
