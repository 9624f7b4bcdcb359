import { useState } from 'react';
import type { RigVersion } from '../../../../core/control/technician.verbs.ts';
import { useLanguage, useWords } from '../../use-link.ts';
import { Sure } from '../../control/sure.tsx';
import { useCalibration } from '../line-up-context.ts';

type Props = {
  versions: RigVersion[] | null;
  compared: string | null;
  onKeep: (label: string) => void;
  onCompare: (version: RigVersion) => void;
  onRestore: (version: RigVersion) => void;
};

export const VersionList = ({ versions, compared, onKeep, onCompare, onRestore }: Props) => {
  const t = useWords();
  return (
    <section>
      <h2>{t('modeVersions')}</h2>
      <p className="hint">{t('versionsHint')}</p>
      <KeepForm onKeep={onKeep} />
      {versions?.length === 0 && <p className="hint">{t('versionNone')}</p>}
      <ol className="versions">
        {(versions ?? []).toReversed().map((version) => (
          <VersionRow
            key={version.id}
            version={version}
            isCompared={version.id === compared}
            onCompare={onCompare}
            onRestore={onRestore}
          />
        ))}
      </ol>
    </section>
  );
};

const KeepForm = ({ onKeep }: Pick<Props, 'onKeep'>) => {
  const t = useWords();
  const { isConnected } = useCalibration();
  const [name, setName] = useState('');
  const label = name.trim();
  return (
    <form
      className="with-button"
      onSubmit={(event) => {
        event.preventDefault();
        if (label === '') return;
        onKeep(label);
        setName('');
      }}
    >
      <label className="text-field">
        <span>{t('versionName')}</span>
        <input type="text" maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <button type="submit" disabled={!isConnected || label === ''}>
        {t('versionKeep')}
      </button>
    </form>
  );
};

type RowProps = { version: RigVersion; isCompared: boolean } & Pick<Props, 'onCompare' | 'onRestore'>;

const VersionRow = ({ version, isCompared, onCompare, onRestore }: RowProps) => {
  const t = useWords();
  const language = useLanguage();
  const { isConnected } = useCalibration();
  const at = new Date(version.at);
  return (
    <li className={version.isMarked ? 'marked' : ''}>
      <p>
        <span className="mono">
          {at.toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB', {
            weekday: 'short',
            hour: '2-digit',
            minute: '2-digit',
          })}
        </span>{' '}
        {version.isMarked && <b>★ </b>}
        {version.label || `#${version.revision}`}
      </p>
      <div className="choices">
        <button
          type="button"
          aria-pressed={isCompared}
          disabled={!isConnected}
          onClick={() => onCompare(version)}
        >
          {t(isCompared ? 'versionCompareStop' : 'versionCompare')}
        </button>
        <Sure
          label={t('versionRestore')}
          sure={t('versionSure')}
          disabled={!isConnected}
          onSure={() => onRestore(version)}
        />
      </div>
    </li>
  );
};
