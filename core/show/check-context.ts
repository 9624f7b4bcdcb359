import type { FacadeModel } from '../facade/model.ts';
import type { LayerDefinition } from '../layers/layer.ts';
import type { CompiledCue } from './compiled.ts';
import { byId, recordsOfKind } from './records.ts';
import { showRecordSchemas } from './show.schema.ts';
import type {
  ClipRecord,
  MediaRecord,
  ShowDocument,
  ShowRecord,
  TimelineRecord,
  TriggerRecord,
} from './show.schema.ts';

/** What the cross checks of a show need besides the document. */
export type LayerTypes = Readonly<Record<string, LayerDefinition>>;
export type ShowContext = {
  layerTypes: LayerTypes;
  /** null: not there or broken, so regions are not checked. */
  facade: FacadeModel | null;
};

type WithId<T> = T & { id: string };
/** The document read once, valid records only: a record that its schema refuses is named there and not again here. */
export type ShowView = ShowContext & {
  document: ShowDocument;
  show: WithId<ShowRecord> | null;
  timelines: Record<string, WithId<TimelineRecord>>;
  clips: Record<string, WithId<ClipRecord>>;
  cues: CompiledCue[];
  triggers: WithId<TriggerRecord>[];
  media: Record<string, WithId<MediaRecord>>;
};

export const viewOf = (document: ShowDocument, context: ShowContext): ShowView => {
  const { records } = document;
  return {
    ...context,
    document,
    show: recordsOfKind(records, 'show', showRecordSchemas.show)[0] ?? null,
    timelines: byId(recordsOfKind(records, 'timeline', showRecordSchemas.timeline)),
    clips: byId(recordsOfKind(records, 'clip', showRecordSchemas.clip)),
    cues: recordsOfKind(records, 'cue', showRecordSchemas.cue),
    triggers: recordsOfKind(records, 'trigger', showRecordSchemas.trigger),
    media: byId(recordsOfKind(records, 'media', showRecordSchemas.media)),
  };
};
