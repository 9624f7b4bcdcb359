import { useMemo } from 'react';
import type { Point } from '../../../../core/rig/geometry.ts';
import type { MaskRecord } from '../../../../core/rig/light.schema.ts';
import type { CompiledOutput } from '../../../../core/rig/rig.document.ts';
import { useCalibration } from '../line-up-context.ts';
import { pathOf } from '../view/picture-geometry.ts';
import { ringsPath, squaresPath } from '../view/point-marks.ts';
import { allMasks, handleEnds, type MaskId } from './mask-list.ts';
import { maskOutlines, type MaskPlace } from './mask-place.ts';

type Props = {
  output: CompiledOutput;
  place: MaskPlace;
  chosen: MaskId | null;
  drawn: readonly Point[];
  scale: number;
};

const isSame = (a: MaskId | null, b: MaskId): boolean => a?.owner === b.owner && a.index === b.index;

export const MaskShapes = ({ output, place, chosen, drawn, scale }: Props) => {
  const { rig, venue } = useCalibration();
  const masks = allMasks(rig, output);
  const mask = masks.find(({ id }) => isSame(chosen, id))?.mask ?? null;
  return (
    <>
      {masks.map(({ id, mask: each }) => (
        <Outline
          key={`${id.owner}${id.index}`}
          mask={each}
          place={place}
          venue={venue}
          isChosen={isSame(chosen, id)}
        />
      ))}
      {mask && <Handles mask={mask} place={place} scale={scale} />}
      {drawn.length > 0 && (
        <>
          <path className="lasso" d={pathOf(drawn)} />
          <path className="handles chosen" d={squaresPath(drawn, 5 / scale)} />
          <path className="handles halo" d={ringsPath(drawn.slice(0, 1), 12 / scale)} />
        </>
      )}
    </>
  );
};

type OutlineProps = {
  mask: MaskRecord;
  place: MaskPlace;
  venue: ReturnType<typeof useCalibration>['venue'];
  isChosen: boolean;
};
const Outline = ({ mask, place, venue, isChosen }: OutlineProps) => {
  const path = useMemo(
    () =>
      maskOutlines(mask, place, venue)
        .map((outline) => pathOf(outline, true))
        .join(''),
    [mask, place, venue],
  );
  const state = `${isChosen ? 'chosen' : ''} ${mask.enabled ? '' : 'off'} ${mask.inverted ? 'inverted' : ''}`;
  return <path className={`mask ${state}`} d={path} fillRule="evenodd" />;
};

const Handles = ({ mask, place, scale }: { mask: MaskRecord; place: MaskPlace; scale: number }) => {
  const seen = (points: readonly Point[]): (Point | null)[] =>
    points.map((point) => place.toPicture(mask.space, point));
  const corners = seen(mask.points);
  const ends = seen(handleEnds(mask));
  const isSeen = (point: Point | null): point is Point => point !== null;
  const arms = ends.map((end, i) => pathOf([corners[Math.floor(i / 2)] ?? null, end])).join('');
  return (
    <>
      <path className="mask-arm" d={arms} />
      <path className="handles" d={ringsPath(ends.filter(isSeen), 4 / scale)} />
      <path className="handles chosen" d={squaresPath(corners.filter(isSeen), 5 / scale)} />
    </>
  );
};
