import type { Point } from '../../../../core/rig/geometry.ts';
import type { PoseSolution } from '../../../../core/rig/pose-solve.ts';
import type { ModelRecord, PairRecord } from '../../../../core/rig/warp.schema.ts';
import { pathOf } from '../view/picture-geometry.ts';
import { ringsPath } from '../view/point-marks.ts';
import type { Flip } from '../view/wall-board.tsx';
import type { World } from './pair-task.ts';

const crossPath = ([x, y]: Point, size: number): string =>
  `M${x - size} ${y}h${2 * size}M${x} ${y - size}v${2 * size}`;

type NumberProps = { at: Point; number: number; scale: number };
const PairNumber = ({ at, number, scale }: NumberProps) => (
  <text className="pair-number" x={at[0] + 8 / scale} y={at[1] - 6 / scale} fontSize={13 / scale}>
    {number}
  </text>
);

type WallProps = {
  pairs: readonly PairRecord[];
  model: ModelRecord | null;
  /** The place that is being aimed at. */
  world: World | null;
  flip: Flip;
  scale: number;
};

export const PairMarksOnWall = ({ pairs, model, world, flip, scale }: WallProps) => {
  const places = pairs.map((pair) => flip([pair.world[0], pair.world[1]]));
  const aimed = world && flip([world[0], world[1]]);
  return (
    <>
      {model && <path className="model-lines" d={modelPath(model, flip)} />}
      <path className="pairs" d={places.map((place) => crossPath(place, 7 / scale)).join('')} />
      {places.map((place, index) => (
        <PairNumber
          key={`${place[0]} ${place[1]} ${pairs[index]?.world[2]}`}
          at={place}
          number={index + 1}
          scale={scale}
        />
      ))}
      {aimed && (
        <path className="handles halo" d={ringsPath([aimed], 10 / scale) + crossPath(aimed, 14 / scale)} />
      )}
    </>
  );
};

const modelPath = ({ vertices, triangles }: ModelRecord, flip: Flip): string =>
  triangles
    .map((corners) =>
      pathOf(
        corners.map((index) => {
          const vertex = vertices[index];
          return vertex ? flip([vertex[0], vertex[1]]) : null;
        }),
        true,
      ),
    )
    .join('');

type PictureProps = {
  pairs: readonly PairRecord[];
  solution: PoseSolution | null;
  cross: Point | null;
  size: { width: number; height: number };
  scale: number;
};
/** Residuals are a few pixels of thousands: drawn ten times longer. */
const LONGER = 10;

export const PairMarksOnPicture = ({ pairs, solution, cross, size, scale }: PictureProps) => {
  const misses = (solution?.residuals ?? []).map(({ pair, dx, dy }) => {
    const at = pairs[pair]?.pixel;
    return at && Number.isFinite(dx) ? pathOf([at, [at[0] + dx * LONGER, at[1] + dy * LONGER]]) : '';
  });
  return (
    <>
      <path className="pairs" d={pairs.map(({ pixel }) => crossPath(pixel, 7 / scale)).join('')} />
      <path className="misses" d={misses.join('')} />
      {pairs.map(({ pixel }, index) => (
        <PairNumber
          key={`${pixel[0]} ${pixel[1]} ${pairs[index]?.world[0]}`}
          at={pixel}
          number={index + 1}
          scale={scale}
        />
      ))}
      {cross && (
        <path
          className="cross-hair"
          d={`M0 ${cross[1]}H${size.width}M${cross[0]} 0V${size.height}${ringsPath([cross], 12 / scale)}`}
        />
      )}
    </>
  );
};
