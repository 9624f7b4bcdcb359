import { useState } from 'react';
import { fail, type Problem, type Result } from '../../../../core/result.ts';
import type { DocumentEdit } from '../../../../core/show/document.ts';
import { builtInOf } from '../../../../core/show/presets/built-in.ts';
import {
  applyPreset,
  presetsOf,
  removePreset,
  renamePreset,
  savePreset,
  type Look,
} from '../../../../core/show/presets/preset-edit.ts';
import type { ShowDocument } from '../../../../core/show/show.schema.ts';
import type { BoardClip } from '../../../../core/show/timeline-edit/board.ts';
import { lockedEdit } from '../../../../core/show/timeline-edit/locked.ts';
import type { DocumentEdits } from '../../connect/use-document-edit.ts';
import { problemText } from '../../problem-text.ts';
import { useLanguage, useWords } from '../../use-link.ts';
import { PresetRow } from './preset-row.tsx';

/** Looks by name, of the show and built in, for what is chosen: put on, kept, renamed, thrown away. */
type Props = {
  document: ShowDocument;
  /** All of one layer. */
  clips: readonly BoardClip[];
  edits: DocumentEdits;
  mayEdit: boolean;
};

export const PresetPart = ({ document, clips, edits, mayEdit }: Props) => {
  const t = useWords();
  const language = useLanguage();
  const [name, setName] = useState('');
  const [problem, say] = useState<Problem | null>(null);
  const [first] = clips;
  if (!first) return null;
  const own = presetsOf(document, first.layer);
  const others = builtInOf(first.layer);
  const send = (wanted: Result<DocumentEdit>): void => {
    if (!mayEdit) return;
    edits.forget();
    const locked = wanted.ok ? lockedEdit(document, wanted.value) : wanted;
    say(locked.ok ? null : fail(locked.code, locked.message, locked.path));
    if (wanted.ok && locked.ok) void edits.edit(wanted.value);
  };
  const apply = (preset: Look): void => send({ ok: true, value: applyPreset(document, clips, preset) });
  const save = (): void => {
    send(savePreset(document, first, name));
    setName('');
  };
  return (
    <details className="presets">
      <summary>{t('presets', { n: own.length + others.length })}</summary>
      <ul>
        {own.map((preset) => (
          <PresetRow
            key={preset.id}
            name={preset.name}
            isReadOnly={!mayEdit}
            onApply={() => apply(preset)}
            onRename={(next) => send(renamePreset(document, preset.id, next))}
            onRemove={() => send({ ok: true, value: removePreset(preset.id) })}
          />
        ))}
        {others.map((preset) => (
          <PresetRow
            key={preset.name.en}
            name={preset.name[language]}
            isReadOnly={!mayEdit}
            onApply={() => apply(preset)}
            onRename={null}
            onRemove={null}
          />
        ))}
      </ul>
      {problem && (
        <p className="amber-text" role="alert">
          {problemText(language, { ...problem, path: '' })}
        </p>
      )}
      {clips.length === 1 && (
        <form
          className="preset-save"
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <input
            type="text"
            aria-label={t('presetName')}
            placeholder={t('presetName')}
            maxLength={80}
            disabled={!mayEdit}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <button type="submit" disabled={!mayEdit || name.trim() === ''}>
            {t('presetSave')}
          </button>
        </form>
      )}
      <p className="hint">{t('presetHint')}</p>
    </details>
  );
};
