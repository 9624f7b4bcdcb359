import type { MaskRecord } from '../../../../core/rig/light.schema.ts';
import type { CompiledOutput } from '../../../../core/rig/rig.document.ts';
import { useWords } from '../../use-link.ts';
import { NumberField } from '../../control/number-field.tsx';
import { TextField } from '../../control/text-field.tsx';
import { Toggle } from '../../control/toggle.tsx';
import { useCalibration } from '../line-up-context.ts';
import { MaskElements } from './mask-elements.tsx';
import { allMasks, curved, masksOf, replaced, straight, type MaskId, type MaskOwner } from './mask-list.ts';

type Props = {
  output: CompiledOutput;
  chosen: MaskId | null;
  onChosen: (id: MaskId | null) => void;
  onMasks: (owner: MaskOwner, masks: MaskRecord[]) => void;
};

export const MaskPanel = ({ output, chosen, onChosen, onMasks }: Props) => {
  const t = useWords();
  const { rig } = useCalibration();
  const masks = allMasks(rig, output);
  const found = masks.find(({ id }) => id.owner === chosen?.owner && id.index === chosen.index);
  return (
    <>
      <section>
        <h2>{t('modeMasks')}</h2>
        {masks.length === 0 && <p className="hint">{t('masksNone')}</p>}
        <ul className="mask-list">
          {masks.map(({ id, mask }) => (
            <li key={`${id.owner}${id.index}`}>
              <button
                type="button"
                aria-pressed={found?.id === id}
                onClick={() => onChosen(found?.id === id ? null : id)}
              >
                <b>{mask.name || t('maskUnnamed', { number: id.index + 1 })}</b>
                <small>
                  {t(id.owner === 'all' ? 'maskForAll' : 'maskForOutput')} ·{' '}
                  {t(mask.space === 'canvas' ? 'maskSpaceCanvas' : 'maskSpaceOutput')}
                  {mask.enabled ? '' : ` · ✕`}
                </small>
              </button>
            </li>
          ))}
        </ul>
      </section>
      {found && (
        <MaskFields
          mask={found.mask}
          onChange={(mask) =>
            onMasks(found.id.owner, replaced(masksOf(rig, output, found.id.owner), found.id.index, mask))
          }
          onDelete={() => {
            onMasks(
              found.id.owner,
              masksOf(rig, output, found.id.owner).filter((_, index) => index !== found.id.index),
            );
            onChosen(null);
          }}
        />
      )}
    </>
  );
};

type FieldsProps = { mask: MaskRecord; onChange: (mask: MaskRecord) => void; onDelete: () => void };

const MaskFields = ({ mask, onChange, onDelete }: FieldsProps) => {
  const t = useWords();
  const { canEdit } = useCalibration();
  const disabled = !canEdit;
  return (
    <section>
      <TextField
        label={t('maskName')}
        value={mask.name}
        disabled={disabled}
        onChange={(name) => onChange({ ...mask, name })}
      />
      <NumberField
        label={`${t('maskFeather')}, ${mask.space === 'canvas' ? 'm' : 'px'}`}
        value={mask.feather}
        digits={mask.space === 'canvas' ? 2 : 0}
        step={mask.space === 'canvas' ? 0.1 : 5}
        min={0}
        disabled={disabled}
        onChange={(feather) => onChange({ ...mask, feather })}
      />
      <div className="choices">
        <Toggle
          label={t('maskOn')}
          isOn={mask.enabled}
          disabled={disabled}
          onChange={(enabled) => onChange({ ...mask, enabled })}
        />
        <Toggle
          label={t('maskInvert')}
          isOn={mask.inverted}
          disabled={disabled}
          onChange={(inverted) => onChange({ ...mask, inverted })}
        />
        {mask.points.length >= 3 && (
          <Toggle
            label={t('maskBezier')}
            isOn={mask.handles !== null}
            disabled={disabled}
            onChange={(isCurved) => onChange(isCurved ? curved(mask) : straight(mask))}
          />
        )}
      </div>
      {mask.space === 'canvas' && <MaskElements mask={mask} onChange={onChange} />}
      <button type="button" className="danger" disabled={disabled} onClick={onDelete}>
        {t('maskDelete')}
      </button>
    </section>
  );
};
