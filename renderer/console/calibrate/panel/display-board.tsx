import { useRef, useState } from 'react';
import type { Topics } from '../../../../core/control/link.ts';
import { useWords } from '../../use-link.ts';
import { useCalibration } from '../line-up-context.ts';
import { DisplayCard } from './display-card.tsx';
import { OutputChip } from './output-chip.tsx';

type Station = Topics['station'];
type Props = {
  displays: Station['displays'];
  places: Station['places'];
  onGive: (output: string, display: number) => void;
};

/** Which card lies under the pointer. */
const displayAt = (x: number, y: number): number | null => {
  const card = document.elementsFromPoint(x, y).find((each) => each.hasAttribute('data-display'));
  const id = Number(card?.getAttribute('data-display') ?? NaN);
  return Number.isNaN(id) ? null : id;
};

/** Displays laid out as on the desktop, outputs to drag onto them. */
export const DisplayBoard = ({ displays, places, onGive }: Props) => {
  const t = useWords();
  const { rig, isConnected } = useCalibration();
  const board = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState<number | null>(null);
  const bounds = boundsOf(displays);
  const keysOn = (id: number): string[] =>
    places.filter(({ display }) => display === id).map(({ output }) => output);
  const placed = new Set(displays.flatMap(({ id }) => keysOn(id)));
  const chipOf = (key: string) => {
    const output = rig.outputs.find((each) => each.key === key);
    return (
      output && (
        <OutputChip
          key={key}
          output={output}
          place={places.find((each) => each.output === key) ?? null}
          disabled={!isConnected || displays.length === 0}
          onOver={(x, y) => setOver(displayAt(x, y))}
          onDrop={(x, y) => {
            setOver(null);
            const id = displayAt(x, y);
            if (id !== null && !keysOn(id).includes(key)) onGive(key, id);
          }}
        />
      )
    );
  };
  return (
    <div className="display-board" ref={board}>
      {displays.length === 0 ? (
        <div className="display-none">
          <p className="hint">{t('displaysNone')}</p>
          <ul>
            {rig.outputs.map(({ key, name }) => (
              <li key={key}>
                {name}: <a href={`/output/${key}`}>{`/output/${key}`}</a>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <div className="desktop" style={{ aspectRatio: `${bounds.width} / ${bounds.height}` }}>
          {displays.map((display, index) => (
            <DisplayCard
              key={display.id}
              display={display}
              number={index + 1}
              bounds={bounds}
              isOver={display.id === over}
            >
              {keysOn(display.id).map(chipOf)}
            </DisplayCard>
          ))}
        </div>
      )}
      {displays.length > 0 && (
        <div className="unplaced">
          <p className="hint">{t('displayDragHint')}</p>
          <div className="chips">
            {rig.outputs.filter(({ key }) => !placed.has(key)).map(({ key }) => chipOf(key))}
          </div>
        </div>
      )}
    </div>
  );
};

export type Bounds = { x: number; y: number; width: number; height: number };
const boundsOf = (displays: Station['displays']): Bounds => {
  const x = Math.min(0, ...displays.map((each) => each.x));
  const y = Math.min(0, ...displays.map((each) => each.y));
  return {
    x,
    y,
    width: Math.max(1, ...displays.map((each) => each.x + each.width - x)),
    height: Math.max(1, ...displays.map((each) => each.y + each.height - y)),
  };
};
