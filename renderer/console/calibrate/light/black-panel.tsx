import type { CompiledOutput } from '../../../../core/rig/rig.document.ts';
import { useWords } from '../../use-link.ts';
import { NumberField } from '../../control/number-field.tsx';
import { useCalibration } from '../line-up-context.ts';
import { useOutputEdit } from '../use-output-edit.ts';

/** One press more or less: a twentieth of a percent of white, what an eye in the dark just tells. */
const STEP = 0.0005;
const MOST = 0.2;

/** Three presses: black on all, up until the bright cross is gone, the same for all. */
export const BlackPanel = ({ output }: { output: CompiledOutput }) => {
  const t = useWords();
  const { rig, editor, send, canEdit, isConnected } = useCalibration();
  const edit = useOutputEdit(output, 'labelColour');
  const { colour } = output;
  const set = (black: number): void =>
    edit({ colour: { ...colour, black: Math.min(MOST, Math.max(0, Number(black.toFixed(6)))) } });
  return (
    <section>
      <h2>{t('blackLevel')}</h2>
      <p className="hint">{t('blackHint')}</p>
      <div className="choices">
        <button
          type="button"
          disabled={!isConnected}
          onClick={() =>
            send('line-up/pattern', { outputs: null, pattern: { name: 'black', space: 'canvas' } })
          }
        >
          {t('blackPattern')}
        </button>
        <button type="button" disabled={!canEdit} onClick={() => set(colour.black - STEP)}>
          {t('blackLess')}
        </button>
        <button type="button" disabled={!canEdit} onClick={() => set(colour.black + STEP)}>
          {t('blackMore')}
        </button>
        <button
          type="button"
          disabled={!isConnected}
          onClick={() =>
            editor.commit({
              label: t('blackAll'),
              put: Object.fromEntries(
                rig.outputs.map((each) => [
                  each.id,
                  { colour: { ...each.colour, black: colour.black, blackFeather: colour.blackFeather } },
                ]),
              ),
            })
          }
        >
          {t('blackAll')}
        </button>
      </div>
      <NumberField
        label={t('blackLift')}
        value={colour.black * 100}
        digits={2}
        step={0.05}
        min={0}
        max={MOST * 100}
        disabled={!canEdit}
        onChange={(percent) => set(percent / 100)}
      />
      <NumberField
        label={t('blackFeather')}
        value={colour.blackFeather}
        digits={2}
        step={0.1}
        min={0}
        disabled={!canEdit}
        onChange={(blackFeather) => edit({ colour: { ...colour, blackFeather } })}
      />
    </section>
  );
};
