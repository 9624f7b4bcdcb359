import { useState } from 'react';
import type { FacadeModel } from '../../../../core/facade/model.ts';
import type { MaskRecord } from '../../../../core/rig/light.schema.ts';
import { useLanguage, useWords } from '../../use-link.ts';
import { useCalibration } from '../line-up-context.ts';

type Props = { mask: MaskRecord; onChange: (mask: MaskRecord) => void };

/** Kinds and groups first: "bay" takes all windows at once. */
export const wordsOf = (facade: FacadeModel, language: 'fr' | 'en'): [string, string][] => {
  const kinds = new Set(facade.elements.flatMap(({ kind, groups }) => [kind, ...groups]));
  return [
    ...[...kinds].sort().map((each): [string, string] => [each, `${each} (×${facade.select(each).length})`]),
    ...facade.elements.map(({ key, name }): [string, string] => [key, name[language] || key]),
  ];
};

export const MaskElements = ({ mask, onChange }: Props) => {
  const t = useWords();
  const language = useLanguage();
  const { facade, canEdit } = useCalibration();
  const [word, setWord] = useState('');
  const isLast = mask.elements.length === 1 && mask.points.length < 3;
  return (
    <fieldset className="mask-elements">
      <legend>{t('maskElements')}</legend>
      <ul>
        {mask.elements.map((each) => (
          <li key={each}>
            {each}{' '}
            <button
              type="button"
              aria-label={`${t('maskDelete')} ${each}`}
              disabled={!canEdit || isLast}
              onClick={() => onChange({ ...mask, elements: mask.elements.filter((other) => other !== each) })}
            >
              ✕
            </button>
          </li>
        ))}
      </ul>
      <div className="with-button">
        <select
          aria-label={t('maskElements')}
          value={word}
          disabled={!canEdit}
          onChange={(event) => setWord(event.target.value)}
        >
          <option value="">…</option>
          {(facade ? wordsOf(facade, language) : []).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
        <button
          type="button"
          disabled={!canEdit || word === '' || mask.elements.includes(word)}
          onClick={() => onChange({ ...mask, elements: [...mask.elements, word] })}
        >
          {t('maskElementAdd')}
        </button>
      </div>
    </fieldset>
  );
};
