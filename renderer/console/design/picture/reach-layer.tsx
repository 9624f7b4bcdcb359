import { useMemo } from 'react';
import { useWords } from '../../use-link.ts';
import { reachPixels, type ReachMap, type ReachOutput } from './reach.ts';
import { boxOn, toPixel, type Sight } from './sight.ts';

/** Pixels: names of neighbours stand on two lines. */
const ROW = 20;

/** Where the rig's projectors reach, as a tint with a figure for each. */
type Props = { sight: Sight; reach: ReachMap; density: number };

export const ReachLayer = ({ sight, reach, density }: Props) => {
  const t = useWords();
  const picture = useMemo(() => pictureOf(reach, density), [reach, density]);
  const { columns, rows, size } = reach;
  const box = boxOn(sight, { x: 0, y: 0, width: columns * size, height: rows * size });
  return (
    <g className="reach">
      {picture !== null && <image href={picture} {...box} preserveAspectRatio="none" />}
      {reach.outputs.map((output, index) => {
        const { key, name, span } = output;
        if (!span) return null;
        const { x, y } = toPixel(sight, span.middle);
        return (
          <text key={key} x={x} y={y + (index % 2) * ROW} textAnchor="middle">
            {name} · {t('pictureDensity', { n: densityText(output) })}
          </text>
        );
      })}
    </g>
  );
};

/** One figure where it hardly differs. */
export const densityText = ({ span }: Pick<ReachOutput, 'span'>): string => {
  if (!span) return '';
  const [least, most] = [span.least, span.most].map((each) =>
    each < 10 ? each.toFixed(1) : String(Math.round(each)),
  );
  return least === most ? `${least}` : `${least}–${most}`;
};

/** A data: URL; null where there is no canvas to draw on. */
const pictureOf = (reach: ReachMap, own: number): string | null => {
  const canvas = document.createElement('canvas');
  canvas.width = reach.columns;
  canvas.height = reach.rows;
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.putImageData(new ImageData(reachPixels(reach, own), reach.columns, reach.rows), 0, 0);
  return canvas.toDataURL('image/png');
};
