import type { CompiledShow } from '../../../../core/show/compiled.ts';
import { sheetCsv } from '../../../../core/show/cue-sheet/csv.ts';
import { cueSheet } from '../../../../core/show/cue-sheet/rows.ts';
import { nameOf } from '../../../../core/ids.ts';
import { saveFile } from '../../save-file.ts';
import { useLanguage, useWords } from '../../use-link.ts';

/** The cue list for the desk's operator: a table at once, and a page with pictures that the browser saves as PDF. */
export const CueSheetExport = ({ show }: { show: CompiledShow }) => {
  const t = useWords();
  const language = useLanguage();
  const csv = (): void =>
    // Spreadsheets take a file without this mark for the system's own old character set.
    saveFile(`${nameOf(show.id)}-cues.csv`, 'text/csv', `\uFEFF${sheetCsv(cueSheet(show, language))}`);
  return (
    <p className="choices">
      <a className="button" href={`/cue-sheet?lang=${language}`} target="_blank" rel="noreferrer">
        {t('cueSheetPdf')}
      </a>
      <button type="button" onClick={csv}>
        {t('cueSheetCsv')}
      </button>
    </p>
  );
};
