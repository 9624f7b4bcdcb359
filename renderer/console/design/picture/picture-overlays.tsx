import type { FacadeModel } from '../../../../core/facade/model.ts';
import type { Region } from '../../../../core/show/show.schema.ts';
import type { Overlays } from './overlays.ts';
import type { ReachMap } from './reach.ts';
import { ReachLayer } from './reach-layer.tsx';
import { safeBoxes } from './safe-areas.ts';
import { boxOn, metresIn, toPixel, type Sight } from './sight.ts';
import { Wireframe } from './wireframe.tsx';

/** What helps to work on the elevation, below the handles: nothing of it takes the hand. */
type Props = {
  sight: Sight;
  facade: FacadeModel | null;
  overlays: Overlays;
  reach: ReachMap | null;
  /** The show's pixels a metre. */
  density: number;
  /** Where the chosen clip may draw. */
  region: Region;
};

export const PictureOverlays = (props: Props) => {
  const { sight, facade, overlays, reach, density, region } = props;
  const edge = boxOn(sight, { x: 0, y: 0, ...sight.canvas });
  return (
    <svg className="picture-overlays" aria-hidden="true">
      <path
        className="beyond"
        fillRule="evenodd"
        d={`${boxPath({ x: 0, y: 0, ...sight.room })}${boxPath(edge)}`}
      />
      {overlays.reach && reach && <ReachLayer {...{ sight, reach, density }} />}
      {overlays.wireframe && facade && (
        <g transform={metresIn(sight)}>
          <Wireframe facade={facade} />
        </g>
      )}
      {overlays.safe && <SafeAreas sight={sight} />}
      {region && 'width' in region && <rect className="clip-region" {...boxOn(sight, region)} />}
    </svg>
  );
};

const boxPath = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }): string =>
  `M${x} ${y}h${width}v${height}h${-width}z`;

const SafeAreas = ({ sight }: { sight: Sight }) => {
  const { width, height } = sight.canvas;
  const middle = toPixel(sight, { x: width / 2, y: height / 2 });
  return (
    <g className="safe-areas">
      {safeBoxes(sight.canvas).map((box) => (
        <rect key={box.width} {...boxOn(sight, box)} />
      ))}
      <path d={`M${middle.x - 10} ${middle.y}h20M${middle.x} ${middle.y - 10}v20`} />
    </g>
  );
};
