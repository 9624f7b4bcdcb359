import { useMemo, useRef, useState, type ReactNode } from 'react';
import { modelOf } from '../../../core/facade/model-of.ts';
import type { FacadeModel } from '../../../core/facade/model.ts';
import type { Gaze } from '../../../core/facade/viewpoint.ts';
import type { CompiledShow } from '../../../core/show/compiled.ts';
import { useRigNow } from '../calibrate/use-rig.ts';
import { useTopic, useWords } from '../use-link.ts';
import { usePick } from './pick/pick-context.ts';
import { BesideChoice } from './picture/beside-choice.tsx';
import type { GuidesDesk } from './picture/guides.ts';
import { HoveredElement } from './picture/hovered-element.tsx';
import type { Ghost } from './picture/onion.ts';
import { laid } from './picture/laid.ts';
import { OutputRoom, type OutputPlace } from './picture/output-room.tsx';
import { OverlayMenu } from './picture/overlay-menu.tsx';
import type { OverlaysDesk } from './picture/overlays.ts';
import type { ReachMap } from './picture/reach.ts';
import { Readout } from './picture/readout.tsx';
import type { Sight } from './picture/sight.ts';
import { useFacadePreview } from './picture/use-facade-preview.ts';
import { useHand } from './picture/use-hand.ts';
import { useReach } from './picture/use-reach.ts';
import { useSight } from './picture/use-sight.ts';
import { ZoomBar } from './picture/zoom-bar.tsx';
import { useGaze } from './public-view/use-gaze.ts';
import { useOrbit } from './public-view/use-orbit.ts';
import { ViewBar } from './public-view/view-bar.tsx';
import './public-view/public-view.css';
import './picture/picture.css';

/**
 * The façade at the page's own playhead: the elevation at any zoom with what helps to work on it, or the building from the
 * public's place, and an output's picture beside it. Three.js comes with the first preview: no other page waits for it.
 */
type Props = {
  show: CompiledShow;
  timeline: string;
  position: number;
  ghosts: readonly Ghost[];
  desk: OverlaysDesk;
  guides: GuidesDesk;
  /** What lies over the elevation. */
  overlay: (scene: OverlayScene) => ReactNode;
  /** Space, without a drag. */
  onTap: () => void;
};
export type OverlayScene = {
  sight: Sight;
  facade: FacadeModel | null;
  reach: ReachMap | null;
};
const NOTHING = {};
/** Pixels around the whole canvas: rulers stand on none of it. */
const [BARE, RULED] = [8, 24];

export const Preview = ({ show, timeline, position, ghosts, desk, guides, overlay, onTap }: Props) => {
  const t = useWords();
  const { canvas: canvasSize } = show.show;
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const document = useTopic('facade')?.document;
  const facade = useMemo(() => (document ? modelOf(document) : null), [document]);
  const rig = useRigNow(NOTHING)?.rig ?? null;
  const gazeDesk = useGaze(facade);
  const { gaze } = gazeDesk;
  useOrbit(canvas, gaze !== null, gazeDesk);
  const sightDesk = useSight(frame, canvasSize, desk.overlays.guides ? RULED : BARE);
  const { sight } = sightDesk;
  useHand(frame, gaze === null, { desk: sightDesk, onTap });
  const reach = useReach(desk.overlays.reach && gaze === null, rig, facade, canvasSize);
  const beside = rig?.outputs.find(({ key }) => key === desk.overlays.output) ?? null;
  const [place, setPlace] = useState<OutputPlace | null>(null);
  const output = useMemo(
    () => (rig && beside && place ? { rig, key: beside.key, ...place } : null),
    [rig, beside, place],
  );
  const wanted = useMemo(
    () => facade && { show, facade, timeline, position, gaze, sight, ghosts, output },
    [show, facade, timeline, position, gaze, sight, ghosts, output],
  );
  // What is picked tells names of its own.
  const pick = usePick().target;
  const isNaming = gaze === null && desk.overlays.wireframe && pick === null;
  const { problem, drawn } = useFacadePreview(canvas, wanted);
  return (
    <section className="design-preview" aria-label={t('designPreview')}>
      <div className="picture-bar">
        <ViewBar facade={facade} desk={gazeDesk} />
        {gaze === null && <OverlayMenu {...{ desk, guides, sight }} />}
        <BesideChoice outputs={rig?.outputs ?? []} desk={desk} />
        {gaze === null && <ZoomBar desk={sightDesk} />}
      </div>
      <div className="picture-row">
        <div ref={frame} className="picture-room">
          <canvas
            ref={canvas}
            data-view={gaze ? 'public' : 'canvas'}
            style={laid(sight, gaze ? null : drawn)}
            tabIndex={0}
            aria-label={t(gaze ? 'publicPicture' : 'pictureFlat')}
          />
          {gaze === null && overlay({ sight, facade, reach })}
          {isNaming && facade && <HoveredElement {...{ frame, sight, facade }} />}
        </div>
        {beside && <OutputRoom name={beside.name} onPlace={setPlace} />}
      </div>
      {problem !== null ? (
        <p className="amber-text">{t('designPreviewFailed', { text: problem.message })}</p>
      ) : gaze ? (
        <p className="hint picture-told">{`${t('publicNote')} ${placeText(t, gaze)}`}</p>
      ) : (
        <Readout {...{ frame, sight, facade, reach }}>{t('pictureNote')}</Readout>
      )}
    </section>
  );
};

const placeText = (t: ReturnType<typeof useWords>, { eye, lens }: Gaze): string =>
  t('publicPlace', { z: Math.round(eye[2]), y: eye[1].toFixed(1), lens: Math.round(lens) });
