import { useState } from 'react';
import type { CompiledOutput } from '../../../../core/rig/rig.document.ts';
import { whiteOfKelvin, whitePointGains } from '../../../../core/rig/white-point.ts';
import { useWords } from '../../use-link.ts';
import { NumberField } from '../../control/number-field.tsx';
import { useCalibration } from '../line-up-context.ts';
import { Split } from '../panel/split.tsx';
import { useOutputEdit } from '../use-output-edit.ts';
import { OutputBoard } from '../view/output-board.tsx';
import { Channels } from './channels.tsx';
import { useMeasure } from './use-measure.ts';

/** One projector's colour: what it does to white, to grey and to black, and how bright it is beside the others. */
export const ColourMode = ({ output }: { output: CompiledOutput }) => {
  const t = useWords();
  const { canEdit } = useCalibration();
  const edit = useOutputEdit(output, 'labelColour');
  const { colour } = output;
  return (
    <Split
      board={
        <OutputBoard output={output} tool={() => () => null}>
          {() => null}
        </OutputBoard>
      }
    >
      <section>
        <h2>{t('gain')}</h2>
        <Channels
          values={colour.gain}
          step={0.01}
          min={0}
          max={1}
          disabled={!canEdit}
          onChange={(gain) => edit({ colour: { ...colour, gain } })}
        />
        <WhitePoint output={output} />
      </section>
      <section>
        <h2>{t('gamma')}</h2>
        <p className="hint">{t('gammaHint')}</p>
        <div className="choices">
          <PatternButton output={output} name="gamma" label={t('gammaPattern')} />
          <PatternButton output={output} name="pluge" label={t('plugePattern')} />
        </div>
        <Channels
          values={colour.gamma}
          step={0.05}
          min={0.5}
          max={5}
          disabled={!canEdit}
          onChange={(gamma) => edit({ colour: { ...colour, gamma } })}
        />
      </section>
      <Brightness output={output} />
    </Split>
  );
};

const PatternButton = ({ output, name, label }: { output: CompiledOutput; name: string; label: string }) => {
  const { lineUp, send, isConnected } = useCalibration();
  const isOn = lineUp.patterns[output.key]?.name === name;
  return (
    <button
      type="button"
      aria-pressed={isOn}
      disabled={!isConnected}
      onClick={() =>
        send('line-up/pattern', {
          outputs: [output.key],
          pattern: isOn ? null : { name, space: 'output' },
        })
      }
    >
      {label}
    </button>
  );
};

const WhitePoint = ({ output }: { output: CompiledOutput }) => {
  const t = useWords();
  const { editor, canEdit } = useCalibration();
  const edit = useOutputEdit(output, 'labelColour');
  const [kelvin, setKelvin] = useState(6500);
  const apply = (): void => {
    const white = whiteOfKelvin(kelvin);
    const gains = white.ok ? whitePointGains(white.value) : white;
    if (gains.ok) edit({ colour: { ...output.colour, gain: gains.value } });
    else editor.refuse(gains);
  };
  return (
    <>
      <div className="with-button">
        <NumberField
          label={t('whitePoint')}
          value={kelvin}
          digits={0}
          step={100}
          min={1667}
          max={25_000}
          disabled={!canEdit}
          onChange={setKelvin}
        />
        <button type="button" disabled={!canEdit} onClick={apply}>
          {t('whiteSet')}
        </button>
      </div>
      <p className="hint">{t('whiteHint')}</p>
    </>
  );
};

const Brightness = ({ output }: { output: CompiledOutput }) => {
  const t = useWords();
  const { rig, editor, canEdit, isConnected } = useCalibration();
  const edit = useOutputEdit(output, 'labelColour');
  const ask = useMeasure();
  const [isBusy, setBusy] = useState(false);
  const match = async (): Promise<void> => {
    setBusy(true);
    const value = await ask({ kind: 'brightness' });
    setBusy(false);
    if (value.kind === 'failed')
      return editor.refuse({ code: 'verb-failed', message: value.message, path: '' });
    if (value.kind !== 'brightness') return;
    if (!value.match.ok) return editor.refuse(value.match);
    const levels = value.match.value;
    const put = Object.fromEntries(
      rig.outputs.flatMap(({ id, colour }) => {
        const brightness = levels[id];
        return brightness === undefined ? [] : [[id, { colour: { ...colour, brightness } }]];
      }),
    );
    editor.commit({ label: t('brightnessMatch'), put });
  };
  return (
    <section>
      <h2>{t('brightness')}</h2>
      <NumberField
        label={t('brightness')}
        value={output.colour.brightness}
        digits={3}
        step={0.01}
        min={0}
        max={1}
        disabled={!canEdit}
        onChange={(brightness) => edit({ colour: { ...output.colour, brightness } })}
      />
      <button type="button" disabled={!isConnected || isBusy} onClick={() => void match()}>
        {t(isBusy ? 'measuring' : 'brightnessMatch')}
      </button>
      <p className="hint">{t('brightnessHint')}</p>
    </section>
  );
};
