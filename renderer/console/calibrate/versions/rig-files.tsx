import { useState } from 'react';
import { editBetween } from '../../../../core/show/edit-between.ts';
import { isPlainObject } from '../../../../core/show/plain.ts';
import { serialise } from '../../../../core/show/serialise.ts';
import type { RigDocument } from '../../../../core/rig/rig.schema.ts';
import type { Problem } from '../../../../core/result.ts';
import { useLanguage, useLink, useWords } from '../../use-link.ts';
import { pageSeconds } from '../../../link/clock.ts';
import { FileButton } from '../../control/file-button.tsx';
import { problemText } from '../../problem-text.ts';
import { saveFile } from '../../save-file.ts';
import { useMeasure } from '../light/use-measure.ts';
import { useCalibration } from '../line-up-context.ts';
import type { Fields } from '../rig-change.ts';
import { fileName, readRigText } from './rig-file.ts';

/** `isBad`: nothing was taken. */
type Note = { problem: Problem; isBad: boolean } | { text: string } | null;

/** The rig on a stick, and from one. An import is one edit: undo takes it back. */
export const RigFiles = () => {
  const t = useWords();
  const language = useLanguage();
  const link = useLink();
  const { rig, editor, isConnected } = useCalibration();
  const ask = useMeasure();
  const [note, setNote] = useState<Note>(null);
  const saved = (): RigDocument | null => link.get('rig')?.document ?? null;
  const take = (next: RigDocument, name: string): void => {
    const now = saved();
    if (!now) return;
    const { put, remove, order } = editBetween(now, next, '');
    const records = Object.entries(put).flatMap(([id, record]): [string, Fields][] =>
      isPlainObject(record) ? [[id, record]] : [],
    );
    const label = t('versionImported', { name });
    if (editor.commit({ label, put: Object.fromEntries(records), remove, order, isWhole: true }))
      setNote({ text: label });
  };
  const open = async (file: File): Promise<void> => {
    setNote(null);
    if (!file.name.toLowerCase().endsWith('.mpcdi')) {
      const read = readRigText(await file.text());
      return read.ok ? take(read.value, file.name) : setNote({ problem: read, isBad: true });
    }
    const value = await ask({ kind: 'mpcdi-import', bytes: new Uint8Array(await file.arrayBuffer()) });
    if (value.kind !== 'mpcdi-import') return;
    if (!value.imported.ok) return setNote({ problem: value.imported, isBad: true });
    take(value.imported.value.document, file.name);
    const [first] = value.imported.value.notes;
    if (first) setNote({ problem: first, isBad: false });
  };
  const name = fileName(rig.rig.title);
  const exportMpcdi = async (): Promise<void> => {
    const value = await ask({ kind: 'mpcdi-export', date: new Date(pageSeconds() * 1000).toISOString() });
    if (value.kind === 'mpcdi-export') saveFile(`${name}.mpcdi`, 'application/zip', value.bytes);
    if (value.kind === 'failed') setNote({ text: t('refusedHere', { text: value.message }) });
  };
  return (
    <section>
      <h2>{t('rigFiles')}</h2>
      <div className="choices">
        <button
          type="button"
          onClick={() => {
            const now = saved();
            if (now) saveFile(`${name}.json`, 'application/json', serialise(now));
          }}
        >
          {t('versionExport')}
        </button>
        <button type="button" onClick={() => void exportMpcdi()}>
          {t('mpcdiExport')}
        </button>
        <FileButton
          label={t('versionImport')}
          accept=".json,.mpcdi"
          disabled={!isConnected}
          onFiles={([file]) => void open(file)}
        />
      </div>
      {note && 'text' in note && <p className="hint">{note.text}</p>}
      {note && 'problem' in note && !note.isBad && (
        <p className="hint">{problemText(language, note.problem)}</p>
      )}
      {note && 'problem' in note && note.isBad && (
        <p className="error">{t('versionImportBad', { text: problemText(language, note.problem) })}</p>
      )}
    </section>
  );
};
