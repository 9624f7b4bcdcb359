import { useState } from 'react';
import { useEscape } from '../escape.ts';
import { useWords } from '../use-link.ts';
import { Choice } from '../control/choice.tsx';
import { useCalibration } from './line-up-context.ts';
import { namesOf, patternNow, patternVerb, SCOPES, spaceFor, SPACES, type Scope } from './patterns.ts';
import { patternWord, patternPicture } from './pattern-words.ts';

const SCOPE_WORDS = { output: 'scopeOutput', all: 'scopeAll' } as const;
const SPACE_WORDS = { canvas: 'spaceCanvas', output: 'spaceOutput' } as const;
const SPACE_HINTS = { canvas: 'spaceCanvasHint', output: 'spaceOutputHint' } as const;

/** `onClose` must not change. First touch opens it, second puts the pattern on the wall; it stays open, so that the next is one touch. */
export const PatternPicker = ({ onClose }: { onClose: () => void }) => {
  const t = useWords();
  const { lineUp, output, send, isConnected, mode } = useCalibration();
  const [scope, setScope] = useState<Scope>(output ? 'output' : 'all');
  const [space, setSpace] = useState(() => spaceFor(mode));
  useEscape(true, onClose);
  const now = patternNow(lineUp, output?.key ?? null);
  const show = (name: string | null): void =>
    send('line-up/pattern', patternVerb(scope === 'output' ? (output?.key ?? null) : null, name, space));
  const scopes = SCOPES.filter((each) => each !== 'output' || output !== null);
  return (
    <section className="pattern-picker" aria-label={t('patternTitle')}>
      <Choice
        label={t('patternScope')}
        value={scope}
        options={scopes.map((each) => [each, t(SCOPE_WORDS[each])] as const)}
        onChange={setScope}
      />
      <Choice
        label={t('patternSpace')}
        value={space}
        options={SPACES.map((each) => [each, t(SPACE_WORDS[each])] as const)}
        onChange={setSpace}
      />
      <p className="hint">{t(SPACE_HINTS[space])}</p>
      <div className="patterns">
        <button type="button" aria-pressed={now === null} disabled={!isConnected} onClick={() => show(null)}>
          <b aria-hidden="true">▶</b>
          {t('showAgain')}
        </button>
        {[...namesOf(space), ...GREYS].map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={now?.name === name && now.space === space}
            disabled={!isConnected}
            onClick={() => show(name)}
          >
            <b aria-hidden="true">{patternPicture(name)}</b>
            {patternWord(t, { name, space })}
          </button>
        ))}
      </div>
      <button type="button" className="close" onClick={onClose}>
        {t('closePanel')}
      </button>
    </section>
  );
};

const GREYS = ['grey-10', 'grey-25', 'grey-50', 'grey-75'];
