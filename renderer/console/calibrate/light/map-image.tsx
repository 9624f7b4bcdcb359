import { useMemo } from 'react';
import type { Point } from '../../../../core/rig/geometry.ts';
import type { MeasureMaps } from '../../../../core/rig/measure.ts';
import { pathOf } from '../view/picture-geometry.ts';
import { ringsPath } from '../view/point-marks.ts';
import type { Flip } from '../view/wall-board.tsx';
import { mapPicture, type MapKind } from './map-picture.ts';

/** A map painted over the wall. */
export const MapImage = ({ maps, kind, flip }: { maps: MeasureMaps; kind: MapKind; flip: Flip }) => {
  const picture = useMemo(() => mapPicture(maps, kind), [maps, kind]);
  const { x, y, width, height, size } = maps.raster;
  const [left, top] = flip([x, y + height * size]);
  return picture ? (
    <image
      className="map"
      href={picture}
      x={left}
      y={top}
      width={width * size}
      height={height * size}
      preserveAspectRatio="none"
    />
  ) : null;
};

export const PickedLine = ({
  picks,
  flip,
  scale,
}: {
  picks: readonly Point[];
  flip: Flip;
  scale: number;
}) => {
  const places = picks.map(flip);
  return (
    <>
      <path className="picked" d={pathOf(places)} />
      <path className="handles halo" d={ringsPath(places, 7 / scale)} />
    </>
  );
};
