import type { LiveInputReport } from './camera.report.ts';

/** Live inputs as the pages that draw have them: of several pages that show one, the worst. */
export type Cameras = {
  /** What there is to choose on this machine; null: no page has said. */
  devices: string[] | null;
  inputs: Omit<LiveInputReport, 'problem'>[];
};
export type CameraTopics = { cameras: Cameras };
export const noCameras: CameraTopics = { cameras: { devices: null, inputs: [] } };
