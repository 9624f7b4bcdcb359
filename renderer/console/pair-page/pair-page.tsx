import { useEffect, useState } from 'react';
import type { Problem } from '../../../core/result.ts';
import type { DeviceKey } from '../pairing/keys.ts';
import { pairingWord, type PairingWord } from '../pairing/pairing.words.ts';
import { problemText } from '../problem-text.ts';
import type { Language } from '../words/table.ts';
import { askHost, type Ask, type Refusal } from './ask.ts';
import { Keypad } from './keypad.tsx';
import './pair-page.css';
import { pinLength, usePin } from './use-pin.ts';

type Props = {
  /** Why the device stands here again: it was thrown out, or its key is unknown. */
  why: Problem | null;
  onPaired: (device: DeviceKey) => void;
  /** null: this device is paired with nothing yet. */
  onAlready: (() => void) | null;
  ask?: Ask;
};

/** What a tablet sees before it is paired: a name, six digits, a keypad for one thumb. */
export const PairPage = ({ why, onPaired, onAlready, ask = askHost }: Props) => {
  const [language, setLanguage] = useState<Language>(() =>
    navigator.language.startsWith('fr') ? 'fr' : 'en',
  );
  const t = (key: PairingWord, values?: Record<string, string | number>) =>
    pairingWord(language, key, values);
  const [name, setName] = useState(() => t('defaultName'));
  const { pin, refusal, waitSeconds, isAsking, canEnter, digit, erase, enter } = usePin(ask, onPaired);
  const mayEnter = canEnter && name.trim() !== '';
  const press = () => {
    if (mayEnter) void enter(name.trim());
  };
  useKeyboard({ digit, erase, enter: press });
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <main className="pair-page">
      <header>
        <h1>{t('pairTitle')}</h1>
        <button type="button" onClick={() => setLanguage(language === 'fr' ? 'en' : 'fr')}>
          {t('language')}
        </button>
      </header>
      <p className="hint">{t('pairHint')}</p>
      <label>
        {t('name')}
        <input
          value={name}
          maxLength={40}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <output className="pin-so-far digits" aria-label={t('pinSoFar', { count: pin.length })}>
        {pin.padEnd(pinLength, '·')}
      </output>
      <p className="answer" role="alert">
        {isAsking ? t('waiting') : answerText({ language, t, problem: refusal ?? why, waitSeconds })}
      </p>
      <Keypad onDigit={digit} onErase={erase} onEnter={mayEnter ? press : null} t={t} />
      {onAlready && (
        <button type="button" className="already" onClick={onAlready}>
          {t('already')}
        </button>
      )}
    </main>
  );
};

type Answered = {
  language: Language;
  t: (key: PairingWord, values?: Record<string, string | number>) => string;
  problem: Refusal | Problem | null;
  waitSeconds: number;
};
const answerText = ({ language, t, problem, waitSeconds }: Answered): string => {
  if (problem === null) return '';
  const said = problem.code === 'link-lost' ? t('noAnswer') : problemText(language, { ...problem, path: '' });
  return waitSeconds > 0 ? `${said} ${t('tryAgainIn', { seconds: waitSeconds })}` : said;
};

type Keys = { digit: (digit: string) => void; erase: () => void; enter: () => void };

/** A keyboard types the PIN wherever the focus is, but for the name, and for Enter on a button. */
const useKeyboard = ({ digit, erase, enter }: Keys) => {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isName = event.target instanceof HTMLInputElement;
      const isButton = event.target instanceof HTMLButtonElement;
      if (event.key === 'Enter' && !isButton) enter();
      if (isName || event.ctrlKey || event.metaKey || event.altKey) return;
      if (/^\d$/.test(event.key)) digit(event.key);
      if (event.key === 'Backspace') erase();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
};
