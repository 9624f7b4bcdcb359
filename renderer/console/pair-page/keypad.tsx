import type { PairingWord } from '../pairing/pairing.words.ts';

type Props = {
  onDigit: (digit: string) => void;
  onErase: () => void;
  /** null: not yet six digits, or an answer is awaited. */
  onEnter: (() => void) | null;
  t: (word: PairingWord) => string;
};

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Large enough for a thumb in the dark; in the order of a telephone, as everyone knows it. */
export const Keypad = ({ onDigit, onErase, onEnter, t }: Props) => (
  <div className="keypad">
    {digits.map((digit) => (
      <button key={digit} type="button" className="digits" onClick={() => onDigit(digit)}>
        {digit}
      </button>
    ))}
    <button type="button" aria-label={t('erase')} onClick={onErase}>
      ⌫
    </button>
    <button type="button" className="digits" onClick={() => onDigit('0')}>
      0
    </button>
    <button type="button" className="enter" disabled={onEnter === null} onClick={() => onEnter?.()}>
      {t('enter')}
    </button>
  </div>
);
