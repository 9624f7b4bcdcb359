import { useRef, useState } from 'react';
import { schemaOf } from '../../../../core/layers/layer.ts';
import { pairsOf, withPartners } from '../../../../core/show/keys-edit/pairs.ts';
import { oscClipSchema, OSC_LAYER } from '../../../../core/show/osc-clip.ts';
import type { Problem } from '../../../../core/result.ts';
import type { ShowDocument } from '../../../../core/show/show.schema.ts';
import type { BoardClip } from '../../../../core/show/timeline-edit/board.ts';
import { clipFaults, putClip } from '../../../../core/show/timeline-edit/clip-record.ts';
import { layerOf } from '../../../../core/show/timeline-edit/content-shift.ts';
import { useDrafts } from '../../connect/station/use-drafts.ts';
import type { DocumentEdits } from '../../connect/use-document-edit.ts';
import { isTextField } from '../../escape.ts';
import type { OnTrial } from '../keys/use-trial.ts';
import { changedFields, clipWith, fieldsAt, fieldsIn, ownSchema, type Fields } from './clip-fields.ts';

/**
 * A clip under the hand: what is typed or dragged is seen in the preview at once and goes to the show as one step, a press
 * at once, what is typed with Enter or when the field is left, a drag when it is let go. What is wrong stays in its field
 * and goes nowhere.
 */
const NOTHING: readonly Problem[] = [];
type Options = {
  document: ShowDocument;
  clip: BoardClip;
  edits: DocumentEdits;
  mayEdit: boolean;
  playhead: number;
  /** Names of pairs whose second goes with the first. */
  links: ReadonlySet<string>;
  onTrial: OnTrial;
};

export const useClipDraft = ({ document, clip, edits, mayEdit, playhead, links, onTrial }: Options) => {
  const drafts = useDrafts();
  // What is being typed belongs to the time at which it was begun, should the preview run meanwhile.
  const [begunAt, setBegun] = useState<number | null>(null);
  const [isHeld, setHeld] = useState(false);
  // The last of a drag: letting go may come before the page has drawn it.
  const held = useRef<Fields | null>(null);
  // What the hand did last: an answer to what came before must not take it away.
  const latest = useRef(0);
  const time = begunAt ?? playhead;
  const at = time - clip.start;
  const layer = layerOf(clip.layer);
  const schema = layer ? schemaOf(layer, clip.parameters) : clip.layer === OSC_LAYER ? oscClipSchema : null;
  const record = fieldsAt(document, clip, schema, at);
  const { value, isDirty } = drafts.of(clip.id, record);
  const isShaped = (fields: Fields): boolean =>
    ownSchema.safeParse(fields).success &&
    (schema === null || schema.safeParse(fieldsIn(fields['parameters'])).success);
  // Looking through the whole show at each move of a drag would make it stutter.
  const faults = isDirty && !isHeld && isShaped(value) ? clipFaults(document, clip, value) : NOTHING;
  const drop = (): void => {
    drafts.drop(clip.id);
    setBegun(null);
    setHeld(false);
    onTrial(null);
  };
  const fieldsOf = (next: Fields): Fields => changedFields(document, clip, record, next, at);
  const trial = (next: Fields): void => {
    const made = clipWith(clip, fieldsOf(next));
    if (made) onTrial(made);
  };
  const send = (next: Fields): void => {
    const sent = latest.current;
    void edits.edit(putClip(document, clip, fieldsOf(next))).then((isTaken) => {
      if (isTaken && latest.current === sent) drop();
    });
  };
  const linked = (next: Fields): Fields => {
    const pairs = pairsOf(clip).filter(([first]) => links.has(first));
    const of = (fields: Fields): Fields => fieldsIn(fields['parameters']);
    return pairs.length === 0
      ? next
      : { ...next, parameters: withPartners(clip, pairs, of(record), of(value), of(next)) };
  };
  /** Gives back what is seen now; null: it cannot be. */
  const put = (given: Fields): Fields | null => {
    const next = linked(given);
    latest.current += 1;
    edits.forget();
    setBegun(time);
    drafts.change(clip.id, record, next);
    if (!isShaped(next)) return null;
    trial(next);
    return next;
  };
  return {
    value,
    record,
    isDirty,
    schema,
    layer,
    faults,
    time,
    at,
    isSound: isShaped(value) && faults.length === 0,
    drop,
    change(given: Fields): void {
      const next = put(given);
      const isTyped = isTextField(globalThis.document.activeElement);
      if (next && !isTyped && clipFaults(document, clip, next).length === 0) send(next);
    },
    show(given: Fields): void {
      setHeld(true);
      // A drag goes no further than what the schema takes: a length of 0 is none.
      if (isShaped(given)) held.current = put(given) ?? held.current;
    },
    keep(): void {
      const { current } = held;
      held.current = null;
      setHeld(false);
      if (mayEdit && current && clipFaults(document, clip, current).length === 0) send(current);
    },
    /** What was dragged is as it was; what else is typed stays. */
    leave(): void {
      held.current = null;
      setHeld(false);
      if (!isDirty) drop();
      else trial(value);
    },
    commit(): void {
      if (mayEdit && isDirty && isShaped(value) && faults.length === 0) send(value);
      else if (!isDirty) setBegun(null);
    },
  };
};
