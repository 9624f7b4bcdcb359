import { useMemo, useRef } from 'react';
import type { z } from 'zod';
import { layerTypes } from '../../../../core/layers/registry.ts';
import { schemaOf } from '../../../../core/layers/layer.ts';
import { pairsOf, withPartners } from '../../../../core/show/keys-edit/pairs.ts';
import type { ShowDocument } from '../../../../core/show/show.schema.ts';
import { clipsEdit, type BoardClip } from '../../../../core/show/timeline-edit/board.ts';
import { layerOf } from '../../../../core/show/timeline-edit/content-shift.ts';
import { fieldsOf } from '../../../../core/station/form.ts';
import { useDrafts } from '../../connect/station/use-drafts.ts';
import type { DocumentEdits } from '../../connect/use-document-edit.ts';
import { isTextField } from '../../escape.ts';
import type { OnTrial } from '../keys/use-trial.ts';
import {
  changedFields,
  clipWith,
  fieldsAt,
  fieldsIn,
  ownSchema,
  unitsOf,
  type Fields,
} from './clip-fields.ts';
import { appliedTo, commonFields, manySchema, type Numbers } from './many-fields.ts';

/** Several clips under one hand: seen in the preview at once, sent as one step for all of them. */
type Options = {
  document: ShowDocument;
  chosen: readonly BoardClip[];
  edits: DocumentEdits;
  mayEdit: boolean;
  playhead: number;
  links: ReadonlySet<string>;
  onTrial: OnTrial;
};
const ID = 'many';

/** Of the layer that all are of, with one schema; null: there is none. */
const sharedSchema = ([first, ...rest]: readonly BoardClip[]): z.ZodObject | null => {
  const layer = first && Object.hasOwn(layerTypes, first.layer) ? layerOf(first.layer) : null;
  if (!first || !layer) return null;
  const schema = schemaOf(layer, first.parameters);
  const isSame = (clip: BoardClip): boolean =>
    clip.layer === first.layer && schemaOf(layer, clip.parameters) === schema;
  return rest.every(isSame) ? schema : null;
};

const numbersOf = (schemas: readonly z.ZodObject[], units: Readonly<Record<string, string>>): Numbers =>
  Object.fromEntries(
    schemas.flatMap(fieldsOf).flatMap(({ key, shape }) => {
      const of = shape.kind === 'maybe' ? shape.of : shape;
      return of.kind === 'number' ? [[key, { ...of, unit: units[key] ?? of.unit }]] : [];
    }),
  );

export const useManyDraft = (options: Options) => {
  const { document, chosen, edits, mayEdit, playhead, links, onTrial } = options;
  const drafts = useDrafts();
  const held = useRef<Fields | null>(null);
  const latest = useRef(0);
  const schema = useMemo(() => sharedSchema(chosen), [chosen]);
  const numbers = useMemo(() => {
    const [first] = chosen;
    const layer = schema && first ? layerOf(first.layer) : null;
    return numbersOf(schema ? [manySchema, schema] : [manySchema], unitsOf(layer?.hints ?? {}));
  }, [chosen, schema]);
  const each = useMemo(
    () =>
      chosen.map((clip) => {
        const at = playhead - clip.start;
        return { clip, at, record: fieldsAt(document, clip, schema, at) };
      }),
    [document, chosen, schema, playhead],
  );
  const common = useMemo(
    () =>
      commonFields(
        each.map(({ record }) => record),
        schema ? Object.keys(schema.shape) : [],
      ),
    [each, schema],
  );
  const { value, isDirty } = drafts.of(ID, common);
  const drop = (): void => {
    held.current = null;
    drafts.drop(ID);
    onTrial(null);
  };
  /** null: one of them does not take it. */
  const fieldsFor = (next: Fields): { clip: BoardClip; fields: Fields }[] | null => {
    const made = each.map(({ clip, at, record }) => {
      const after = appliedTo(record, common, next, numbers);
      const isFit =
        ownSchema.safeParse(after).success && (schema?.safeParse(after['parameters']).success ?? true);
      return isFit ? { clip, fields: changedFields(document, clip, record, after, at) } : null;
    });
    const fit = made.filter((one) => one !== null);
    return fit.length === made.length ? fit : null;
  };
  const linked = (next: Fields): Fields => {
    const [first] = chosen;
    const pairs = first && schema ? pairsOf(first).filter(([name]) => links.has(name)) : [];
    if (!first || pairs.length === 0) return next;
    const of = (fields: Fields): Fields => fieldsIn(fields['parameters']);
    return { ...next, parameters: withPartners(first, pairs, of(common), of(value), of(next)) };
  };
  const send = (next: Fields): void => {
    const made = fieldsFor(next);
    if (!made || !mayEdit) return;
    const changes = made.map(({ clip: { id, track }, fields }) => ({ id, track, fields }));
    const sent = latest.current;
    void edits.edit(clipsEdit(document, 'change clips', changes)).then((isTaken) => {
      if (isTaken && latest.current === sent) drop();
    });
  };
  const put = (given: Fields): Fields | null => {
    const next = linked(given);
    latest.current += 1;
    edits.forget();
    drafts.change(ID, common, next);
    const made = fieldsFor(next);
    if (!made) return null;
    onTrial(made.flatMap(({ clip, fields }) => clipWith(clip, fields) ?? []));
    return next;
  };
  return {
    value,
    isDirty,
    schema,
    isFit: fieldsFor(value) !== null,
    drop,
    isMixed: (key: string): boolean => !Object.hasOwn(common, key),
    isParamMixed: (key: string): boolean => !Object.hasOwn(fieldsIn(common['parameters']), key),
    change(given: Fields): void {
      const next = put(given);
      if (next && !isTextField(globalThis.document.activeElement)) send(next);
    },
    show(given: Fields): void {
      held.current = put(given) ?? held.current;
    },
    keep(): void {
      const { current } = held;
      held.current = null;
      if (current) send(current);
    },
    commit(): void {
      if (isDirty) send(value);
    },
  };
};
