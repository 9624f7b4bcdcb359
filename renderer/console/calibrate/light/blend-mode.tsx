import { useState } from 'react';
import type { Point } from '../../../../core/rig/geometry.ts';
import type { Measures } from '../../../../core/rig/measure.ts';
import type { CompiledOutput } from '../../../../core/rig/rig.document.ts';
import type { SeamSample } from '../../../../core/rig/seam.ts';
import { useTopic, useWords } from '../../use-link.ts';
import type { Tool } from '../board/pointers.ts';
import { tapTool } from '../masks/mask-tool.ts';
import { Split } from '../panel/split.tsx';
import { WallBoard, type Flip } from '../view/wall-board.tsx';
import { BlackPanel } from './black-panel.tsx';
import { BlendPanel } from './blend-panel.tsx';
import { MapImage, PickedLine } from './map-image.tsx';
import type { MapKind } from './map-picture.ts';
import { MeasurePanel } from './measure-panel.tsx';
import { ProfilePanel } from './profile-panel.tsx';
import { useMeasure } from './use-measure.ts';

export type Measured = { revision: number; measures: Measures };
const nothing: Tool = () => null;

/** Who lights what: shares, numbers, maps, and the profile across a seam. */
export const BlendMode = ({ output }: { output: CompiledOutput | null }) => {
  const t = useWords();
  const ask = useMeasure();
  const revision = useTopic('rig')?.revision ?? 0;
  const [measured, setMeasured] = useState<Measured | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [map, setMap] = useState<MapKind | null>('blend');
  const [picks, setPicks] = useState<readonly Point[] | null>(null);
  const [samples, setSamples] = useState<SeamSample[] | null>(null);
  const measure = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    const value = await ask({ kind: 'measure' });
    setBusy(false);
    if (value.kind === 'measure') setMeasured({ revision, measures: value.measures });
    if (value.kind === 'failed') setFailure(value.message);
  };
  const profile = async (from: Point, to: Point): Promise<void> => {
    const value = await ask({ kind: 'profile', from, to });
    if (value.kind === 'profile') setSamples(value.samples);
    if (value.kind === 'failed') setFailure(value.message);
  };
  const pick = (flip: Flip): Tool =>
    tapTool(({ at }) => {
      const place = flip(at);
      const [first] = picks ?? [];
      if (picks?.length === 1 && first) void profile(first, place);
      setPicks(picks?.length === 1 ? [...picks, place] : [place]);
    });
  return (
    <Split
      board={
        <WallBoard tool={(flip) => (picks === null ? nothing : pick(flip))}>
          {(flip, scale) => (
            <>
              {measured && map && <MapImage maps={measured.measures.maps} kind={map} flip={flip} />}
              {picks && <PickedLine picks={picks} flip={flip} scale={scale} />}
            </>
          )}
        </WallBoard>
      }
    >
      {output ? <BlendPanel output={output} /> : <p className="hint">{t('chooseOutput')}</p>}
      <MeasurePanel
        measured={measured}
        isStale={measured !== null && measured.revision !== revision}
        isBusy={isBusy}
        failure={failure}
        map={map}
        onMap={setMap}
        onMeasure={() => void measure()}
      />
      <ProfilePanel
        isPicking={picks !== null && picks.length < 2}
        samples={samples}
        onPick={() => {
          setPicks([]);
          setSamples(null);
        }}
      />
      {output && <BlackPanel output={output} />}
    </Split>
  );
};
