import { useEffect, useMemo, useState } from 'react';
import type { CompiledShow } from '../../../core/show/compiled.ts';
import type { ShowDocument } from '../../../core/show/show.schema.ts';
import { boardOf, chosenOf, FRAME, onFrame, type Board } from '../../../core/show/timeline-edit/board.ts';
import { allClips } from '../../../core/show/timeline-edit/marquee.ts';
import { useDocumentEdit } from '../connect/use-document-edit.ts';
import { useSession } from '../pairing/session.ts';
import { ChosenByContext, chosenBy, useOthers } from '../people/people.ts';
import { useWhere } from '../people/use-presence.ts';
import { timelineOf } from '../palette/places.ts';
import { useShow, useTopic, useWords } from '../use-link.ts';
import { word } from '../words.ts';
import { ExportCard } from '../export/export-card.tsx';
import { DesignBar, type Drawer } from './design-bar.tsx';
import { DrawerPanel } from './drawer.tsx';
import { soloed } from './solo.ts';
import { Inspector } from './inspector.tsx';
import { useHistoryPictures } from '../history/use-pictures.ts';
import { usePreviewSound } from './sound/use-preview-sound.ts';
import { useImports } from './media/use-imports.ts';
import { useMediaEdits } from './media/use-media-edits.ts';
import { KeyPanel } from './keys/key-panel.tsx';
import { useHeard } from './keys/use-heard.ts';
import { useTrial } from './keys/use-trial.ts';
import { PickPlace } from './pick/pick-place.tsx';
import { DesignPicture } from './picture/design-picture.tsx';
import { WorkRoom } from './picture/work-room.tsx';
import { TimeBoard } from './time-board.tsx';
import { useClipEdits } from './use-clip-edits.ts';
import { useDesignPlace, type DesignPlace } from './use-design-place.ts';
import { useDesignKeys } from './use-design-keys.ts';
import { usePlayhead } from './use-playhead.ts';
import { useScroll } from './use-scroll.ts';
import { useTrackEdits } from './use-track-edits.ts';

/** The show's timelines, edited: each step goes to the show at once, as a cue's does. */
export const DesignPage = () => {
  const t = useWords();
  const show = useShow();
  const document = useTopic('show')?.document;
  const place = useDesignPlace();
  const [asked, setTimeline] = useState<string | null>(null);
  const placed = place && document ? timelineOf(document, place.id) : null;
  const [shown, setShown] = useState<DesignPlace | null>(null);
  // A place that is asked for opens its timeline once; then the person may leave it.
  if (place !== shown && document) {
    setShown(place);
    if (placed !== null) setTimeline(placed);
  }
  const timeline = show && asked !== null && Object.hasOwn(show.timelines, asked) ? asked : show?.show.main;
  const board = useMemo(
    () => (document && timeline !== undefined ? boardOf(document, timeline) : null),
    [document, timeline],
  );
  if (!show || !document) return <p className="empty">{t('connecting')}</p>;
  if (!board) return <p className="empty">{t('designNoTimeline')}</p>;
  return (
    <PickPlace key={board.timeline.id}>
      <Timeline {...{ show, document, board, place }} onTimeline={setTimeline} />
    </PickPlace>
  );
};

type Props = {
  show: CompiledShow;
  document: ShowDocument;
  board: Board;
  /** What the address asks for. */
  place: DesignPlace | null;
  onTimeline: (id: string) => void;
};
/** A cue has its name in both languages of the show, whichever the page is read in. */
const BOTH_NAMES = { fr: word('fr', 'cueNewName'), en: word('en', 'cueNewName') };
const NOBODY: ReadonlySet<string> = new Set();

const Timeline = ({ show, document, board, place, onTimeline }: Props) => {
  const t = useWords();
  const { mayDesign } = useSession();
  const isLocked = useTopic('lock')?.on ?? false;
  const mayEdit = mayDesign && !isLocked;
  const { id, duration } = board.timeline;
  const [asked, choose] = useState(NOBODY);
  const [track, setTrack] = useState<string | null>(null);
  const [drawer, setDrawer] = useState<Drawer>(() => (isEmpty(board) ? 'layers' : null));
  const chosen = useStanding(board, asked);
  const chosenClips = useMemo(() => chosenOf(board, chosen), [board, chosen]);
  const single = chosenClips.length === 1 ? (chosenClips[0] ?? null) : null;
  const edits = useDocumentEdit('show');
  const playhead = usePlayhead(duration);
  const view = useScroll();
  const [isExporting, setExporting] = useState(false);
  const { show: bring, sight } = view;
  useEffect(() => {
    if (playhead.isPlaying) bring(playhead.at * sight.get().scale);
  }, [playhead.isPlaying, playhead.at, bring, sight]);
  const { put } = playhead;
  useEffect(() => {
    if (place === null) return;
    if (place.kind === 'media') setDrawer('media');
    if (place.kind === 'track') setTrack(place.id);
    const clip = board.tracks.flatMap(({ clips }) => clips).find((each) => each.id === place.id);
    if (!clip) return;
    choose(new Set([clip.id]));
    put(onFrame(clip.start));
    bring(clip.start * sight.get().scale);
    // Once an asking: what is edited afterwards does not ask again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what else changes is no asking
  }, [place]);
  useWhere(id, chosen);
  useHistoryPictures();
  const others = useOthers();
  const byOthers = useMemo(() => chosenBy(others), [others]);
  const cues = useMemo(() => show.cues.filter(({ at }) => at?.timeline === id), [show, id]);
  const around = useMemo(
    () => ({ board, cues: cues.map(({ at }) => at?.position ?? 0), playhead: playhead.at }),
    [board, cues, playhead.at],
  );
  const heard = useHeard(show);
  const clips = useClipEdits({
    document,
    board,
    chosen,
    track: track ?? chosenClips[0]?.track ?? null,
    playhead: playhead.at,
    mayEdit,
    edits,
    newTrack: t('designTrack'),
    newCue: BOTH_NAMES,
    onChoose: choose,
    onTimeline,
  });
  const imports = useImports({ document, edits });
  const media = useMediaEdits({ document, edits });
  const tracks = useTrackEdits(clips, setTrack);
  const seen = useMemo(() => soloed(heard, id, tracks.solo), [heard, id, tracks.solo]);
  const trial = useTrial(seen, document, id);
  const sounding = usePreviewSound({ show: trial.shown, timeline: id, playhead });
  useDesignKeys({
    clips,
    edits,
    mayEdit,
    hasChosen: chosen.size > 0,
    playhead,
    step: (frames) => playhead.put(onFrame(playhead.at + frames * FRAME)),
    goTo(where) {
      playhead.put(where === 'home' ? 0 : duration);
      view.show(where === 'home' ? 0 : duration * sight.get().scale);
    },
    zoom: (by) => view.zoomBy(by, null),
    whole: () => view.fit(duration),
    chooseAll: () => choose(allClips(board)),
  });
  return (
    <main className="design">
      <DesignBar
        timelines={Object.values(show.timelines)}
        timeline={id}
        onTimeline={onTimeline}
        hasChosen={chosen.size > 0}
        colour={chosenClips[0]?.colour}
        onZoom={(by) => view.zoomBy(by, null)}
        onExport={() => setExporting(true)}
        onWhole={() => view.fit(duration)}
        onDrawer={setDrawer}
        isMain={id === show.show.main}
        {...{ drawer, board, document }}
        {...{ playhead, sounding, clips, edits, mayDesign, isLocked }}
      />
      <div className={`design-body ${drawer === null ? '' : 'with-drawer'}`}>
        {drawer !== null && <DrawerPanel {...{ drawer, document, mayEdit, clips, imports, media, edits }} />}
        <WorkRoom
          canvas={show.show.canvas}
          picture={
            <DesignPicture
              shown={trial.shown}
              timeline={id}
              clip={single}
              playhead={playhead.at}
              onTrial={trial.put}
              onTap={playhead.toggle}
              {...{ show, document, duration, edits, mayEdit }}
            />
          }
        >
          <ChosenByContext.Provider value={byOthers}>
            <TimeBoard
              playhead={playhead.at}
              loop={playhead.loop}
              onChoose={choose}
              onScrub={(at) => playhead.put(onFrame(at))}
              tracks={tracks.edits}
              solo={tracks.solo}
              {...{ around, cues, chosen, track, mayEdit, view, clips }}
            />
          </ChosenByContext.Provider>
          <KeyPanel
            clip={single}
            onTrial={trial.put}
            onSeek={playhead.put}
            {...{ document, around, view, edits, mayEdit }}
          />
        </WorkRoom>
        <aside className="design-side">
          <Inspector
            chosen={chosenClips}
            playhead={playhead.isPlaying ? onQuarter(playhead.at) : playhead.at}
            onSeek={playhead.put}
            onTrial={trial.put}
            show={heard}
            timeline={id}
            {...{ document, edits, mayEdit }}
          />
        </aside>
      </div>
      <p className="hint design-keys">{t('designKeysHint')}</p>
      {isExporting && <ExportCard show={show} playhead={playhead.at} onClose={() => setExporting(false)} />}
    </main>
  );
};

const isEmpty = ({ tracks }: Board): boolean => tracks.every(({ clips }) => clips.length === 0);
/** While the preview runs, the inspector follows by the quarter second: nobody reads numbers that change faster. */
const onQuarter = (at: number): number => Math.floor(at * 4) / 4;

/** What is chosen and still there: an undo may have taken it away. */
const useStanding = (board: Board, asked: ReadonlySet<string>): ReadonlySet<string> =>
  useMemo(() => {
    const here = board.tracks.flatMap(({ clips }) => clips.filter(({ id }) => asked.has(id)));
    return here.length === asked.size ? asked : new Set(here.map(({ id }) => id));
  }, [board, asked]);
