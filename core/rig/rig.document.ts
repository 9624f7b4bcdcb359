import { nameOf } from '../ids.ts';
import { modelRecordOf } from './model-record.ts';
import type { ModelRecord } from './warp.schema.ts';
import { byId, recordsOfKind } from '../show/records.ts';
import { rigRecordSchemas } from './rig.schema.ts';
import type { OutputRecord, RigDocument, RigRecord } from './rig.schema.ts';

/** The rig indexed for drawing: built once a revision. */
export type CompiledOutput = OutputRecord & {
  /** `output:left`. */
  id: string;
  /** `left`: what addresses, OSC and flags say. */
  key: string;
};
export type CompiledRig = {
  id: string;
  rig: RigRecord;
  /** As the technician counts them. */
  outputs: CompiledOutput[];
  /** The building as it was measured or modelled; null: the façade's planes. */
  model: ModelRecord | null;
};

/**
 * Rig document → what outputs read, defaults filled in. Outputs that their schema refuses are left out (`validate`
 * names them). Throws only when there is no valid `rig:` record: `openRig` never lets such a one through.
 */
export const compileRig = (document: RigDocument): CompiledRig => {
  const found = recordsOfKind(document.records, 'rig', rigRecordSchemas.rig)[0];
  if (!found) throw new Error('rig-record-missing: a rig document needs one valid "rig:" record');
  const { id, ...rig } = found;
  const records = byId(recordsOfKind(document.records, 'output', rigRecordSchemas.output));
  const outputs = (document.order[id] ?? []).flatMap((outputId) => {
    const output = records[outputId];
    return output ? [{ ...output, key: nameOf(outputId) }] : [];
  });
  return { id, rig, outputs, model: modelRecordOf(document.records, rig.model) };
};
