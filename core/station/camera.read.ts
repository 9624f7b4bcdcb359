import { isSameInput } from '../layers/live.ts';
import { recordsOfKind } from '../show/records.ts';
import { cameraSchema, type CameraStation } from './camera.schema.ts';
import type { StationDocument } from './station.schema.ts';

export type Camera = CameraStation & { id: string };
type Records = Pick<StationDocument, 'records'>;

/** Every mapping of this station; of two for one input the first holds. */
export const camerasOf = ({ records }: Records): Camera[] =>
  recordsOfKind(records, 'camera', cameraSchema).filter(
    ({ input }, index, all) => all.findIndex((other) => isSameInput(other.input, input)) === index,
  );

/** null: nobody has said which device this input is. */
export const cameraOf = (cameras: readonly Camera[], input: string): Camera | null =>
  cameras.find((camera) => camera.device !== '' && isSameInput(camera.input, input)) ?? null;
