import type { TwoPresses } from '../../use-two-presses.ts';

type Props = { ask: TwoPresses; word: string; sure: string; hotKey?: string };

/** The first press asks. It is forgotten when the focus leaves, too. */
export const AskTwice = ({ ask, word, sure, hotKey }: Props) => (
  <button type="button" className={ask.isAsked ? 'danger' : ''} onClick={ask.press} onBlur={ask.cancel}>
    {ask.isAsked ? sure : word} {hotKey && <kbd>{hotKey}</kbd>}
  </button>
);
