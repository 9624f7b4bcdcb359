import { useMemo } from 'react';
import type { CompiledShow } from '../../../../core/show/compiled.ts';
import type { ShowDocument } from '../../../../core/show/show.schema.ts';
import type { BoardClip } from '../../../../core/show/timeline-edit/board.ts';
import type { DocumentEdits } from '../../connect/use-document-edit.ts';
import { CanvasHandles } from '../handles/canvas-handles.tsx';
import { Preview, type OverlayScene } from '../preview.tsx';
import { PickBoard } from '../pick/pick-board.tsx';
import { usePick } from '../pick/pick-context.ts';
import { clingLines } from './cling.ts';
import { shapesOf } from './elements.ts';
import { useGuides } from './guides.ts';
import { ghostsOf } from './onion.ts';
import { useOverlays } from './overlays.ts';
import { PictureOverlays } from './picture-overlays.tsx';
import { Rulers } from './rulers.tsx';

/** The picture that is designed: what plays at the playhead, what helps to see it, and the chosen clip's handles. */
type Props = {
  /** With what is tried out and what is heard alone. */
  shown: CompiledShow;
  show: CompiledShow;
  document: ShowDocument;
  timeline: string;
  duration: number;
  clip: BoardClip | null;
  /** Seconds on the timeline. */
  playhead: number;
  edits: DocumentEdits;
  mayEdit: boolean;
  onTrial: (clip: BoardClip | null) => void;
  onTap: () => void;
};

export const DesignPicture = (props: Props) => {
  const { shown, show, document, timeline, duration, clip, playhead, edits, mayEdit, onTrial, onTap } = props;
  const desk = useOverlays();
  const { overlays } = desk;
  const guides = useGuides(useMemo(() => idOfShow(document), [document]));
  const pick = usePick().target;
  const { onion, onionFrames } = overlays;
  const ghosts = useMemo(
    () => ghostsOf(onion, { at: playhead, frames: onionFrames, duration, clip }),
    [onion, playhead, onionFrames, duration, clip],
  );
  const { canvas } = show.show;
  const linesFor = ({ facade }: OverlayScene) =>
    clingLines({
      canvas,
      guides: overlays.guides ? guides.guides : null,
      shapes: overlays.wireframe && facade ? shapesOf(facade) : [],
      isSafeShown: overlays.safe,
    });
  return (
    <Preview
      show={shown}
      position={playhead}
      {...{ timeline, ghosts, desk, guides, onTap }}
      overlay={(scene) => (
        <>
          <PictureOverlays
            {...scene}
            overlays={overlays}
            density={canvas.density}
            region={clip?.region ?? null}
          />
          {overlays.guides && <Rulers sight={scene.sight} desk={guides} />}
          {clip && !pick && (
            <CanvasHandles
              key={clip.id}
              at={playhead - clip.start}
              sight={scene.sight}
              lines={linesFor(scene)}
              {...{ clip, document, edits, mayEdit, onTrial }}
            />
          )}
          {pick && <PickBoard target={pick} sight={scene.sight} facade={scene.facade} />}
        </>
      )}
    />
  );
};

const idOfShow = ({ records }: ShowDocument): string =>
  Object.keys(records).find((id) => id.startsWith('show:')) ?? '';
