import type { FacadeData } from '../../../core/facade/select.ts';
import type { LitOutput } from '../../../core/rig/coverage.ts';
import type { CompiledRig } from '../../../core/rig/rig.document.ts';

/** What the page asks its light-map worker, and the answer. Of rig and façade only what changed is sent. */
export type LightJob = {
  /** Record id of the output whose map is wanted. */
  own: string;
  /** Texels of the map. */
  width: number;
  height: number;
  /** Of the wall. */
  resolution: number;
  /** Gives way to nothing: it is soon done, and a drag that never ends must still be followed. */
  isCoarse: boolean;
};
export type LightRequest = LightJob & {
  ticket: number;
  /** All record ids, as the technician counts them. */
  order: string[];
  /** Those that changed since the last request. */
  outputs: PackedOutput[];
  /** What the venue is made of besides outputs and façade. */
  rig: Omit<CompiledRig, 'outputs'> | 'same' | null;
  facade: FacadeData | 'same' | null;
};
/** A grid's points as x, y, x, y …: a thousand small arrays take the page milliseconds to send, these nothing. */
export type PackedOutput = { output: LitOutput; points: Float64Array | null };

export const packOutput = (output: LitOutput): PackedOutput => {
  const { warp } = output;
  if (warp.kind !== 'grid') return { output, points: null };
  const points = new Float64Array(warp.points.length * 2);
  for (let i = 0; i < warp.points.length; i++) points.set(warp.points[i]!, i * 2);
  return { output: { ...output, warp: { ...warp, points: [] } }, points };
};
export const unpackOutput = ({ output, points }: PackedOutput): LitOutput => {
  const { warp } = output;
  if (warp.kind !== 'grid' || !points) return output;
  const pairs = Array.from({ length: points.length / 2 }, (_, i): [number, number] => [
    points[i * 2]!,
    points[i * 2 + 1]!,
  ]);
  return { ...output, warp: { ...warp, points: pairs } };
};

export type LightReply = {
  ticket: number;
  /** Null: it failed, and why. */
  light: PackedLight | null;
  error: string;
};
/** A light map as half floats, four a texel, row by row from the top. */
export type PackedLight = { width: number; height: number; texels: Uint16Array<ArrayBuffer> };
