import { nameOf } from '../../../core/ids.ts';
import { useLanguage, useWords } from '../use-link.ts';
import { problemText } from '../problem-text.ts';
import { LineState } from './line-state.tsx';
import { LineUpContext, useCalibration } from './line-up-context.ts';
import { ModeTabs } from './mode-tabs.tsx';
import { newOutput } from './new-output.ts';
import { OutputsList } from './outputs-list.tsx';
import { Toolbar } from './toolbar.tsx';
import { useCalibrationPage, type PageState } from './use-calibration.ts';
import { ModeContent } from './mode-content.tsx';
import { HeldNote } from './held-note.tsx';

/** What the technician holds in hand at two in the morning: outputs, the picture of one, what is set, the thumb. */
export const CalibratePage = () => {
  const t = useWords();
  const page = useCalibrationPage();
  if (!page.calibration) return <main className="empty">{t('connecting')}</main>;
  return (
    <LineUpContext.Provider value={page.calibration}>
      <Places page={page} />
    </LineUpContext.Provider>
  );
};

const Places = ({ page }: { page: PageState }) => {
  const language = useLanguage();
  const t = useWords();
  const { mode, rig, editor, choose } = useCalibration();
  const add = (): void => {
    const change = newOutput(rig, (number) => t('newOutputName', { number }));
    editor.commit(change);
    choose(nameOf(Object.keys(change.put)[0] ?? ''));
  };
  return (
    <main className={`calibrate mode-${mode}`}>
      <OutputsList person={page.person} onPerson={page.setPerson} onAdd={add} />
      <Toolbar />
      <div className="notes">
        <HeldNote person={page.person} />
        {page.problem && (
          <p className="refused" role="alert">
            {problemText(language, page.problem)}
          </p>
        )}
        <LineState />
      </div>
      <ModeTabs />
      <ModeContent page={page} />
    </main>
  );
};
