import { createContext, useContext } from 'react';
import type { LineUp } from '../../../core/control/line-up.ts';
import type { FacadeModel } from '../../../core/facade/model.ts';
import type { CompiledOutput, CompiledRig } from '../../../core/rig/rig.document.ts';
import type { RigDocument } from '../../../core/rig/rig.schema.ts';
import type { Venue } from '../../../core/rig/venue.ts';
import type { VerbSender } from '../use-verb.ts';
import type { Mode } from './modes.ts';
import type { RigEditor, Standing } from './rig-editor.ts';

/** What every part of the Calibrate page stands on. */
export type Calibration = {
  /** As it is on the wall: saved, with drags under way laid over it. */
  document: RigDocument;
  rig: CompiledRig;
  facade: FacadeModel | null;
  venue: Venue;
  lineUp: LineUp;
  editor: RigEditor;
  standing: Standing;
  send: VerbSender;
  output: CompiledOutput | null;
  choose(key: string): void;
  /** Nobody else holds the chosen output, and the line is there. */
  canEdit: boolean;
  isConnected: boolean;
  mode: Mode;
  setMode(mode: Mode): void;
  /** Indices of the chosen control points. */
  selection: readonly number[];
  select(points: readonly number[]): void;
};

export const LineUpContext = createContext<Calibration | null>(null);

export const useCalibration = (): Calibration => {
  const value = useContext(LineUpContext);
  if (!value) throw new Error('A part of the Calibrate page was drawn outside of it.');
  return value;
};
