import { useMemo, useState } from 'react';
import { modelOf } from '../../../../core/facade/model-of.ts';
import { OSC_LAYER } from '../../../../core/show/osc-clip.ts';
import type { Region, ShowDocument } from '../../../../core/show/show.schema.ts';
import type { BoardClip } from '../../../../core/show/timeline-edit/board.ts';
import { putClip } from '../../../../core/show/timeline-edit/clip-record.ts';
import { wordsOf } from '../../calibrate/masks/mask-elements.tsx';
import type { DocumentEdits } from '../../connect/use-document-edit.ts';
import { Toggle } from '../../control/toggle.tsx';
import { useLanguage, useTopic, useWords } from '../../use-link.ts';
import type { Box } from '../picture/sight.ts';
import { ElementsPick } from './elements-pick.tsx';
import { PickButton } from './pick-button.tsx';

/** Where the chosen clip may draw: everywhere, in a rectangle, or inside façade elements; each press is a step. */
type Props = { document: ShowDocument; clip: BoardClip; edits: DocumentEdits; mayEdit: boolean };
type Kind = 'regionAll' | 'regionBox' | 'regionElements';
const KINDS = ['regionAll', 'regionBox', 'regionElements'] as const;
const kindOf = (region: Region): Kind =>
  region === null ? 'regionAll' : 'elements' in region ? 'regionElements' : 'regionBox';

export const RegionPart = ({ document, clip, edits, mayEdit }: Props) => {
  const t = useWords();
  // Chosen, but the record has no elements or rectangle yet; it is this part's alone until then, so that a hand on the
  // picture keeps what it works on.
  const [wanted, setWanted] = useState<Kind | null>(null);
  const { region } = clip;
  if (clip.layer === 'sound' || clip.layer === OSC_LAYER) return null;
  if (wanted !== null && wanted === kindOf(region)) setWanted(null);
  const kind = wanted ?? kindOf(region);
  const put = (next: Region): void => {
    edits.forget();
    void edits.edit(putClip(document, clip, { region: next }));
  };
  const choose = (next: Kind): void => {
    if (next === kindOf(region) || next !== 'regionAll') setWanted(next === kindOf(region) ? null : next);
    else {
      setWanted(null);
      put(null);
    }
  };
  const box = region && 'width' in region ? region : null;
  const own = region && 'elements' in region ? region : null;
  const isReadOnly = !mayEdit;
  return (
    <section className="region-part" aria-label={t('regionPart')}>
      <h3>{t('regionPart')}</h3>
      <div className="choices">
        {KINDS.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={kind === each}
            disabled={isReadOnly}
            onClick={() => choose(each)}
          >
            {t(each)}
          </button>
        ))}
      </div>
      {kind === 'regionBox' && (
        <>
          {box && <BoxFields key={JSON.stringify(box)} box={box} isReadOnly={isReadOnly} onChange={put} />}
          <PickButton
            target={{ key: `${clip.id}.region`, kind: 'box', name: t('regionPart'), box, put }}
            text={t('regionDraw')}
            isReadOnly={isReadOnly}
          />
        </>
      )}
      {kind === 'regionElements' && (
        <ElementsFields
          id={`${clip.id}.region`}
          words={own?.elements ?? []}
          isInverted={own?.inverted ?? false}
          isReadOnly={isReadOnly}
          onChange={(elements, inverted) => {
            put(elements.length === 0 ? null : { elements, inverted });
            // Its last element taken away, the hand goes on with another.
            if (elements.length === 0) setWanted('regionElements');
          }}
        />
      )}
    </section>
  );
};

const SIDES = ['x', 'y', 'width', 'height'] as const;
const LETTERS = { x: 'x', y: 'y', width: '↔', height: '↕' } as const;
type BoxProps = { box: Box; isReadOnly: boolean; onChange: (box: Box) => void };
/** Typed, and taken with Enter or when the field is left; what is no rectangle is left as it was. */
const BoxFields = ({ box, isReadOnly, onChange }: BoxProps) => {
  const t = useWords();
  const take = (side: (typeof SIDES)[number], text: string): void => {
    const value = Number(text.replace(',', '.'));
    const isSize = side === 'width' || side === 'height';
    if (!Number.isFinite(value) || text.trim() === '' || (isSize && value <= 0) || value === box[side])
      return;
    onChange({ ...box, [side]: value });
  };
  return (
    <div className="region-box">
      {SIDES.map((side) => (
        <label key={side}>
          {LETTERS[side]}
          <input
            type="text"
            inputMode="decimal"
            aria-label={`${t('regionBox')} ${side} (m)`}
            defaultValue={box[side]}
            disabled={isReadOnly}
            onBlur={(event) => take(side, event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') take(side, event.currentTarget.value);
            }}
          />
        </label>
      ))}
    </div>
  );
};

type ElementsProps = {
  id: string;
  words: readonly string[];
  isInverted: boolean;
  isReadOnly: boolean;
  onChange: (words: string[], isInverted: boolean) => void;
};
const ElementsFields = ({ id, words, isInverted, isReadOnly, onChange }: ElementsProps) => {
  const t = useWords();
  const language = useLanguage();
  const document = useTopic('facade')?.document;
  const known = useMemo(() => (document ? wordsOf(modelOf(document), language) : []), [document, language]);
  return (
    <div className="region-words">
      <ul>
        {words.map((word) => (
          <li key={word}>
            {word}
            <button
              type="button"
              aria-label={t('formRemove', { name: word })}
              disabled={isReadOnly}
              onClick={() =>
                onChange(
                  words.filter((each) => each !== word),
                  isInverted,
                )
              }
            >
              ✕
            </button>
          </li>
        ))}
      </ul>
      <ElementsPick
        id={id}
        name={t('regionPart')}
        value={words}
        isReadOnly={isReadOnly}
        onChange={(next) => onChange(next, isInverted)}
      />
      <select
        aria-label={t('regionAdd')}
        value=""
        disabled={isReadOnly}
        onChange={(event) => onChange([...words, event.target.value], isInverted)}
      >
        <option value="">+ {t('regionAdd')}</option>
        {known
          .filter(([word]) => !words.includes(word))
          .map(([word, name]) => (
            <option key={word} value={word}>
              {name}
            </option>
          ))}
      </select>
      <Toggle
        label={t('regionInverted')}
        isOn={isInverted}
        disabled={isReadOnly || words.length === 0}
        onChange={(inverted) => onChange([...words], inverted)}
      />
    </div>
  );
};
