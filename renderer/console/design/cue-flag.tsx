import { useCallback, useRef, useState } from 'react';
import type { CompiledCue } from '../../../core/show/compiled.ts';
import type { CueRecord } from '../../../core/show/show.schema.ts';
import { useEscape } from '../escape.ts';
import { useOutsidePress } from '../outside-press.ts';
import { useLanguage, useWords } from '../use-link.ts';
import { nameOfCue } from '../run/words-of.ts';
import { useTwoPresses } from '../use-two-presses.ts';
import { MenuField } from './menu-field.tsx';
import { HEAD } from './view.ts';

/** A cue on the ruler: dragged along it, pressed for its number, name and arrival. */
export type FlagEdits = {
  moveCue(id: string, at: number): void;
  numberCue(id: string, number: string): void;
  nameCue(id: string, name: CueRecord['name']): void;
  arriveCue(id: string, arrive: CueRecord['arrive']): void;
  removeCue(id: string): void;
};
type Props = {
  cue: CompiledCue;
  scale: number;
  mayEdit: boolean;
  edits: FlagEdits;
  /** Seconds on the timeline where a hand lets go, clung to what is near. */
  onto(at: number): number;
};
/** Pixels that a press may slip. */
const SLIP = 4;

export const CueFlag = ({ cue, scale, mayEdit, edits, onto }: Props) => {
  const language = useLanguage();
  const held = useRef<{ x: number; at: number } | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const mark = cue.at?.position ?? 0;
  /** The click that ends a drag, or a drag that was left, opens nothing. */
  const hasSlipped = useRef(false);
  const drop = useCallback(() => {
    held.current = null;
    setDragged(null);
  }, []);
  const close = useCallback(() => setOpen(false), []);
  const leave = useCallback(() => {
    drop();
    close();
  }, [drop, close]);
  useEscape(isOpen || dragged !== null, leave);
  useOutsidePress(isOpen, place, close);
  const shown = dragged ?? mark;
  return (
    <div ref={place} className={`cue-flag ${isOpen ? 'open' : ''}`} style={{ left: HEAD + shown * scale }}>
      <button
        type="button"
        className="flag"
        title={`${cue.number} ${nameOfCue(cue, language)}`}
        aria-expanded={isOpen}
        onPointerDown={(event) => {
          event.stopPropagation();
          if (!mayEdit || event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          held.current = { x: event.clientX, at: mark };
          hasSlipped.current = false;
        }}
        onPointerMove={({ clientX }) => {
          const { current } = held;
          if (current === null) return;
          const by = clientX - current.x;
          if (!hasSlipped.current && Math.abs(by) <= SLIP) return;
          hasSlipped.current = true;
          setDragged(onto(current.at + by / scale));
        }}
        onPointerUp={() => {
          if (held.current && dragged !== null && dragged !== mark) edits.moveCue(cue.id, dragged);
        }}
        onPointerCancel={drop}
        onClick={() => {
          if (!hasSlipped.current) setOpen(!isOpen);
          hasSlipped.current = false;
          drop();
        }}
      >
        ⚑ {cue.number}
      </button>
      {isOpen && <Body {...{ cue, mayEdit, edits }} onDone={close} />}
    </div>
  );
};

/** Under its flag, over whatever is there: the board is often lower than this is high. */
const keepInside = (body: HTMLElement | null): void => {
  const flag = body?.parentElement?.getBoundingClientRect();
  if (!body || !flag) return;
  body.style.position = 'fixed';
  const { width, height } = body.getBoundingClientRect();
  body.style.left = `${Math.min(flag.left, innerWidth - width - 8)}px`;
  body.style.top = `${Math.min(flag.bottom, innerHeight - height - 8)}px`;
};
const ARRIVALS = ['pass', 'hold', 'loop'] as const;
/** Seconds: how far a new loop goes back, until the cue list says otherwise. */
const LOOP = 4;
const arrivalOf = (kind: (typeof ARRIVALS)[number], position: number): CueRecord['arrive'] => {
  if (kind === 'loop') return { kind, from: Math.max(0, position - LOOP), times: null };
  return kind === 'hold' ? { kind, max: null } : { kind };
};
type BodyProps = Pick<Props, 'cue' | 'mayEdit' | 'edits'> & { onDone(): void };
const Body = ({ cue, mayEdit, edits, onDone }: BodyProps) => {
  const t = useWords();
  const language = useLanguage();
  const remove = useTwoPresses(() => {
    onDone();
    edits.removeCue(cue.id);
  });
  return (
    <fieldset
      ref={keepInside}
      className="board-menu-body"
      aria-label={`${t('designCue')} ${cue.number}`}
      disabled={!mayEdit}
      onPointerDown={(event) => event.stopPropagation()}
    >
      <MenuField
        label={t('designCueNumber')}
        value={cue.number}
        onDone={(next) => edits.numberCue(cue.id, next.trim())}
      />
      <MenuField
        label={t('designCueName')}
        value={nameOfCue(cue, language)}
        onDone={(next) => edits.nameCue(cue.id, { ...cue.name, [language]: next.trim() })}
      />
      <label className="menu-field">
        <span>{t('designCueArrive')}</span>
        <select
          value={cue.arrive.kind}
          onChange={({ target }) => {
            const kind = ARRIVALS.find((each) => each === target.value);
            if (kind) edits.arriveCue(cue.id, arrivalOf(kind, cue.at?.position ?? 0));
          }}
        >
          {ARRIVALS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`designArrive_${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="danger" onClick={remove.press}>
        {t(remove.isAsked ? 'designCueDeleteSure' : 'designCueDelete')}
      </button>
      <p className="hint">{t('designCueMore')}</p>
    </fieldset>
  );
};
