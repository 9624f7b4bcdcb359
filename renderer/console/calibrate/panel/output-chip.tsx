import { useCallback, useRef, useState } from 'react';
import type { Topics } from '../../../../core/control/link.ts';
import type { CompiledOutput } from '../../../../core/rig/rig.document.ts';
import { useEscape } from '../../escape.ts';
import { useWords } from '../../use-link.ts';
import { useCalibration } from '../line-up-context.ts';

type Props = {
  output: CompiledOutput;
  place: Topics['station']['places'][number] | null;
  disabled: boolean;
  onOver: (x: number, y: number) => void;
  onDrop: (x: number, y: number) => void;
};
type Hand = { fromX: number; fromY: number; x: number; y: number };

/** An output as it is dragged from display to display, by mouse or finger; a press without a drag chooses it. */
export const OutputChip = ({ output, place, disabled, onOver, onDrop }: Props) => {
  const t = useWords();
  const { output: chosen, choose } = useCalibration();
  const [hand, setHand] = useState<Hand | null>(null);
  const drop = useCallback(() => setHand(null), []);
  const hasMoved = useRef(false);
  useEscape(hand !== null, drop);
  const state =
    place?.match === 'moved' ? 'movedDisplay' : place?.match === 'guessed' ? 'guessedDisplay' : null;
  const waits = place?.kind === 'waiting' ? 'waitsForDisplay' : state;
  return (
    <button
      type="button"
      className={`output-chip ${hand ? 'dragged' : ''}`}
      aria-pressed={chosen?.id === output.id}
      style={
        hand ? { transform: `translate(${hand.x - hand.fromX}px, ${hand.y - hand.fromY}px)` } : undefined
      }
      onClick={() => hasMoved.current || choose(output.key)}
      onPointerDown={(event) => {
        hasMoved.current = false;
        if (disabled || event.button > 0) return;
        event.currentTarget.setPointerCapture?.(event.pointerId);
        const { clientX: x, clientY: y } = event;
        setHand({ fromX: x, fromY: y, x, y });
      }}
      onPointerMove={(event) => {
        if (!hand) return;
        const { clientX: x, clientY: y } = event;
        hasMoved.current ||= Math.hypot(x - hand.fromX, y - hand.fromY) > 6;
        setHand({ ...hand, x, y });
        onOver(x, y);
      }}
      onPointerUp={(event) => {
        if (hand && hasMoved.current) onDrop(event.clientX, event.clientY);
        setHand(null);
      }}
      onPointerCancel={drop}
    >
      <b>{output.name}</b>
      {waits && <small>! {t(waits)}</small>}
    </button>
  );
};
