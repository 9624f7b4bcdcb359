import { memo, useEffect, useId, useRef, useState } from 'react';
import type { KeyClipboard } from '../../../../core/show/keys-edit/copy-keys.ts';
import { keyables } from '../../../../core/show/keys-edit/keyable.ts';
import type { ShowDocument } from '../../../../core/show/show.schema.ts';
import type { BoardClip } from '../../../../core/show/timeline-edit/board.ts';
import type { DocumentEdits } from '../../connect/use-document-edit.ts';
import { problemText } from '../../problem-text.ts';
import { useLanguage, useWords } from '../../use-link.ts';
import type { Around } from '../gesture.ts';
import type { useScroll } from '../use-scroll.ts';
import { KeyTools } from './key-tools.tsx';
import { LaneField } from './lane-field.tsx';
import { LaneHeads } from './lane-heads.tsx';
import { channelLabel, lanesOf } from './lane-names.ts';
import { keyBoard } from './key-board.ts';
import { useKeys, type Copied } from './use-keys.ts';
import './keys.css';

/** The chosen clip's keys below the timeline, in step with it: lanes, or one of them as a curve. */
type Props = {
  document: ShowDocument;
  clip: BoardClip | null;
  around: Around;
  view: ReturnType<typeof useScroll>;
  edits: DocumentEdits;
  mayEdit: boolean;
  onTrial: (clip: BoardClip | null) => void;
  /** Seconds on the timeline. */
  onSeek: (at: number) => void;
};

export const KeyPanel = memo(({ clip, ...rest }: Props) => {
  const [clipboard] = useState(createCopied);
  const [isCurve, setCurve] = useState(false);
  if (!clip || keyables(clip).length === 0) return null;
  return <ClipKeys key={clip.id} {...rest} {...{ clip, clipboard, isCurve }} onCurve={setCurve} />;
});

const createCopied = (): Copied => {
  let copied: KeyClipboard | null = null;
  return {
    read: () => copied,
    keep(next) {
      copied = next;
    },
  };
};

type PanelProps = Omit<Props, 'clip'> & {
  clip: BoardClip;
  clipboard: Copied;
  isCurve: boolean;
  onCurve: (isCurve: boolean) => void;
};

const ClipKeys = (props: PanelProps) => {
  const { document, clip, around, view, edits, mayEdit, onTrial, onSeek, clipboard, onCurve } = props;
  const t = useWords();
  const language = useLanguage();
  const told = useId();
  const at = around.playhead - clip.start;
  const keys = useKeys({ document, clip, at, mayEdit, edits, onTrial, clipboard });
  const lanes = lanesOf(clip);
  const [asked, setActive] = useState<string | null>(null);
  const active = lanes.find(({ param }) => param === asked) ?? lanes[0] ?? null;
  const isCurve = props.isCurve && active?.kind === 'number';
  const press = keyBoard({
    keys,
    active,
    lanes,
    at,
    onActive: setActive,
    onCurve: () => onCurve(!props.isCurve),
  });
  const place = useWheel(view);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of all that stands in it
    <section className="key-panel" aria-label={t('keyLanes')} onKeyDown={press}>
      <KeyTools {...{ keys, lanes, active, isCurve, mayEdit, clip, told }} onCurve={onCurve} />
      {keys.problem && (
        <p className="amber-text" role="alert">
          {problemText(language, { ...keys.problem, path: '' })}
        </p>
      )}
      {lanes.length === 0 ? (
        <p className="hint key-empty">{t('keysEmpty')}</p>
      ) : (
        <div ref={place} className="key-body">
          <LaneHeads
            {...{ clip, keys, lanes, active, isCurve, at, mayEdit }}
            onActive={setActive}
            onSeek={(time) => onSeek(clip.start + time)}
          />
          <LaneField
            {...{ clip, keys, around, view, lanes, active, isCurve, mayEdit }}
            label={
              isCurve && active
                ? t('keysCurveOf', { name: channelLabel(language, clip, active.param) })
                : t('keysLanes')
            }
            describedBy={told}
            onActive={setActive}
          />
        </div>
      )}
    </section>
  );
};

/** The wheel does here what it does on the timeline: with Ctrl it zooms about the pointer, sideways it scrolls time. */
const useWheel = ({ place: board, zoomBy }: ReturnType<typeof useScroll>) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = place;
    const turn = (event: WheelEvent): void => {
      const sideways = event.shiftKey ? event.deltaY : event.deltaX;
      if (event.ctrlKey || event.metaKey)
        zoomBy(Math.exp(-event.deltaY / 300), event.clientX - (current?.getBoundingClientRect().left ?? 0));
      else if (sideways !== 0 && board.current) board.current.scrollLeft += sideways;
      else return;
      event.preventDefault();
    };
    current?.addEventListener('wheel', turn, { passive: false });
    return () => current?.removeEventListener('wheel', turn);
  });
  return place;
};
