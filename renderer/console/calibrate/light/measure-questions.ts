import type { FacadeDocument } from '../../../../core/facade/facade.schema.ts';
import type { Result } from '../../../../core/result.ts';
import type { Point } from '../../../../core/rig/geometry.ts';
import type { Measures } from '../../../../core/rig/measure.ts';
import type { Imported } from '../../../../core/rig/mpcdi/import.ts';
import type { PoseSolution } from '../../../../core/rig/pose-solve.ts';
import type { OutputSize } from '../../../../core/rig/raster.ts';
import type { CalibrationRecord } from '../../../../core/rig/warp.schema.ts';
import type { RigDocument } from '../../../../core/rig/rig.schema.ts';
import type { SeamSample } from '../../../../core/rig/seam.ts';

/** What the page asks its worker about the wall; the wall is built once for a `key`. */
export type MeasureRig = { key: string; document: RigDocument; facade: FacadeDocument | null };
export type MeasureAsk =
  | { kind: 'measure' }
  | { kind: 'profile'; from: Point; to: Point }
  | { kind: 'brightness' }
  | { kind: 'pose'; calibration: CalibrationRecord; size: OutputSize; thresholdPx: number }
  | { kind: 'mpcdi-export'; date: string }
  | { kind: 'mpcdi-import'; bytes: Uint8Array };
export type MeasureQuestion = { id: number; rig: MeasureRig; ask: MeasureAsk };
export type MeasureValue =
  | { kind: 'measure'; measures: Measures }
  | { kind: 'profile'; samples: SeamSample[] }
  /** Record id → brightness. */
  | { kind: 'brightness'; match: Result<Record<string, number>> }
  | { kind: 'pose'; solved: Result<PoseSolution> }
  | { kind: 'mpcdi-export'; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'mpcdi-import'; imported: Result<Imported> }
  | { kind: 'failed'; message: string };
export type MeasureAnswer = { id: number; value: MeasureValue };
