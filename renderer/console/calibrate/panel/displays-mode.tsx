import type { CompiledOutput } from '../../../../core/rig/rig.document.ts';
import { displaySummary, giveDisplay } from '../../../../core/rig/display.ts';
import { useTopic, useWords } from '../../use-link.ts';
import { useCalibration } from '../line-up-context.ts';
import { DisplayBoard } from './display-board.tsx';
import { DisplayList } from './display-list.tsx';
import { OutputSettings } from './output-settings.tsx';
import { Split } from './split.tsx';

/** Which projector hangs on which display; and what an output is. */
export const DisplaysMode = ({ output }: { output: CompiledOutput | null }) => {
  const t = useWords();
  const { rig, editor, isConnected } = useCalibration();
  const station = useTopic('station');
  const displays = station?.displays ?? [];
  const places = station?.places ?? [];
  const summary = displaySummary(rig.outputs, displays, places);
  const give = (key: string, display: number): void => {
    const records = giveDisplay(rig.outputs, displays, places, key, display);
    const name = rig.outputs.find((each) => each.key === key)?.name ?? key;
    const put = Object.fromEntries(
      Object.entries(records).map(([each, record]) => [`output:${each}`, { display: record }]),
    );
    if (Object.keys(put).length > 0) editor.commit({ label: t('labelDisplay', { name }), put });
  };
  return (
    <Split board={<DisplayBoard displays={displays} places={places} onGive={give} />}>
      <section>
        <h2>{t('modeDisplays')}</h2>
        <p className={summary.astray > 0 ? 'amber-text' : ''}>
          {t('displaySummary', {
            found: summary.displays,
            expected: summary.expected,
            moved: summary.astray,
          })}
        </p>
        <DisplayList displays={displays} places={places} disabled={!isConnected} onGive={give} />
      </section>
      {output ? (
        <OutputSettings key={output.id} output={output} />
      ) : (
        <p className="hint">{t('chooseOutput')}</p>
      )}
    </Split>
  );
};
