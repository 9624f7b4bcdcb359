import { useState } from 'react';
import { eased } from '../../../../core/playback/ease.ts';
import { easeSchema, type Ease } from '../../../../core/show/show.schema.ts';
import { useWords } from '../../use-link.ts';
import type { Word } from '../../words.ts';

/** Eases to choose from, each with its own curve as a picture, and a Bézier's four numbers to type. */
const EASES = [
  ['linear', 'easeLinear'],
  ['in', 'easeIn'],
  ['out', 'easeOut'],
  ['in-out', 'easeInOut'],
  ['smooth', 'easeSmooth'],
  ['heavy', 'easeHeavy'],
  ['hold', 'easeHold'],
] as const satisfies readonly (readonly [Ease, Word])[];
const STEPS = 16;

export const easePath = (ease: Ease): string =>
  ease === 'hold'
    ? 'M0 16H16V0'
    : Array.from({ length: STEPS + 1 }, (_, n) => n / STEPS)
        .map(
          (x, n) => `${n === 0 ? 'M' : 'L'}${(16 * x).toFixed(1)} ${(16 - 16 * eased(ease, x)).toFixed(1)}`,
        )
        .join('');

type Props = { ease: Ease | null; isReadOnly: boolean; onEase: (ease: Ease) => void };

export const EaseRow = ({ ease, isReadOnly, onEase }: Props) => {
  const t = useWords();
  return (
    <fieldset className="ease-row" aria-label={t('keysEase')}>
      {EASES.map(([each, name]) => (
        <button
          key={each}
          type="button"
          aria-pressed={ease === each}
          aria-label={t(name)}
          title={t(name)}
          disabled={isReadOnly}
          onClick={() => onEase(each)}
        >
          <svg viewBox="-2 -2 20 20" aria-hidden="true">
            <path d={easePath(each)} />
          </svg>
        </button>
      ))}
      <Bezier ease={ease} isReadOnly={isReadOnly} onEase={onEase} />
    </fieldset>
  );
};

const textOf = (ease: Ease | null): string =>
  ease === null || typeof ease === 'string' ? '' : ease.map((n) => Number(n.toFixed(3))).join(' ');
/** Four numbers, with commas or spaces; null: they are no Bézier. */
export const bezierIn = (text: string): Ease | null =>
  easeSchema.safeParse(
    text
      .trim()
      .split(/[\s,;]+/)
      .map(Number),
  ).data ?? null;

const Bezier = ({ ease, isReadOnly, onEase }: Props) => {
  const t = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? textOf(ease);
  const isWrong = typed !== null && typed.trim() !== '' && bezierIn(typed) === null;
  const leave = (): void => {
    const read = typed === null ? null : bezierIn(typed);
    if (read !== null && typed !== textOf(ease)) onEase(read);
    setTyped(null);
  };
  return (
    <input
      type="text"
      className="mono"
      aria-label={t('keysBezier')}
      title={t('keysBezier')}
      placeholder="Bézier"
      aria-invalid={isWrong}
      disabled={isReadOnly}
      value={text}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Enter' && leave()}
    />
  );
};
