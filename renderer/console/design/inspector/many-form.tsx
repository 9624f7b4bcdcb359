import { useCallback } from 'react';
import { coloursOf } from '../../../../core/show/colours.ts';
import type { ShowDocument } from '../../../../core/show/show.schema.ts';
import type { BoardClip } from '../../../../core/show/timeline-edit/board.ts';
import { layerOf } from '../../../../core/show/timeline-edit/content-shift.ts';
import { pickOptions } from '../../../../core/show/timeline-edit/pick-options.ts';
import type { Path } from '../../../../core/station/form-value.ts';
import type { DocumentEdits } from '../../connect/use-document-edit.ts';
import type { FormState } from '../../form/form-context.ts';
import { RecordForm } from '../../form/record-form.tsx';
import { useLanguage, useWords } from '../../use-link.ts';
import { labelOf } from '../keys/lane-names.ts';
import type { OnTrial } from '../keys/use-trial.ts';
import { fieldsIn } from './clip-fields.ts';
import { LayerForm } from './layer-form.tsx';
import { manySchema } from './many-fields.ts';
import { useLeaving } from './use-leaving.ts';
import type { Links } from './use-links.ts';
import { useManyDraft } from './use-many-draft.ts';

/** What several clips have in common; what differs says so, and a change of it goes to all. */
type Props = {
  document: ShowDocument;
  chosen: readonly BoardClip[];
  edits: DocumentEdits;
  mayEdit: boolean;
  playhead: number;
  links: Links;
  onTrial: OnTrial;
};
const SECONDS: Readonly<Record<string, string>> = { fadeIn: 's', fadeOut: 's' };
/** Of more nobody sees what they have in common, and each would be read at each stroke. */
const MOST = 300;
const NO_FAULTS: readonly never[] = [];

export const ManyForm = (props: Props) => {
  const t = useWords();
  return props.chosen.length > MOST ? (
    <p className="hint">{t('manyTooMany', { n: MOST })}</p>
  ) : (
    <Form {...props} />
  );
};

const Form = ({ document, chosen, edits, mayEdit, playhead, links, onTrial }: Props) => {
  const t = useWords();
  const language = useLanguage();
  const [first] = chosen;
  const draft = useManyDraft({
    document,
    chosen,
    edits,
    mayEdit,
    playhead,
    onTrial,
    links: links.of(first?.layer ?? ''),
  });
  const { value, schema, isDirty } = draft;
  const form = useLeaving(draft.commit);
  const refused = edits.standing.kind === 'refused' ? edits.standing.problem : null;
  const swatches = useCallback(() => coloursOf(document), [document]);
  const options = useCallback(
    (path: Path) => (first ? pickOptions(document, first, path) : null),
    [document, first],
  );
  const layer = first ? layerOf(first.layer) : null;
  const common = { isReadOnly: !mayEdit, refused, faults: NO_FAULTS, swatches };
  const hand = { keep: draft.keep, drop: draft.drop };
  const isMixed: FormState['isMixed'] = ([key]) => typeof key === 'string' && draft.isMixed(key);
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        draft.commit();
      }}
    >
      <p className="hint">{t('manyHint')}</p>
      <RecordForm
        kind="clip"
        schema={manySchema}
        draft={value}
        units={SECONDS}
        isMixed={isMixed}
        hand={{ ...hand, show: draft.show }}
        id="many"
        onChange={draft.change}
        {...common}
      />
      {schema && first && layer ? (
        <LayerForm
          title={`${t('designLayer')} · ${layer.name[language]}`}
          kind={`layer-${first.layer}`}
          id="many.parameters"
          hints={layer.hints}
          parameters={fieldsIn(value['parameters'])}
          labelOf={(param) => labelOf(language, first.layer, param)}
          isKeyed={() => false}
          keyOf={() => null}
          optionsOf={options}
          isMixed={([key]) => typeof key === 'string' && draft.isParamMixed(key)}
          pairs={links.pairsOf(first)}
          hand={{ ...hand, show: (next) => draft.show({ ...value, parameters: next }) }}
          onChange={(next) => draft.change({ ...value, parameters: next })}
          {...{ schema, ...common }}
        />
      ) : (
        <p className="hint">{t('manyLayers')}</p>
      )}
      {refused && <p className="form-problem">! {refused.message}</p>}
      {isDirty && mayEdit && (
        <div className="record-actions">
          <button type="submit" className="primary" disabled={!draft.isFit}>
            {t('apply')}
          </button>
          <button type="button" data-revert onClick={draft.drop}>
            {t('revert')}
          </button>
        </div>
      )}
    </form>
  );
};
