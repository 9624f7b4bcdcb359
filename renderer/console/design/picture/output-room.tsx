import { useEffect, useRef } from 'react';
import { useWords } from '../../use-link.ts';

/** Where an output's picture stands beside the elevation. */
export type OutputPlace = { canvas: HTMLCanvasElement; room: { width: number; height: number } };
type Props = { name: string; onPlace: (place: OutputPlace | null) => void };

export const OutputRoom = ({ name, onPlace }: Props) => {
  const t = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const watch = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      if (canvas.current && width > 0 && height > 0)
        onPlace({ canvas: canvas.current, room: { width, height } });
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
      onPlace(null);
    };
  }, [onPlace]);
  return (
    <figure className="output-room">
      <div ref={frame}>
        <canvas ref={canvas} aria-label={t('pictureOutput', { name })} />
      </div>
      <figcaption>{name}</figcaption>
    </figure>
  );
};
