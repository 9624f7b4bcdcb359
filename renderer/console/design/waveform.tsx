import { memo, useEffect, useRef } from 'react';
import type { BoardClip } from '../../../core/show/timeline-edit/board.ts';
import { useWaves } from './use-waves.ts';
import { drawWaveform } from './waves.ts';

/** What is heard, under its clip: the part of it that is in sight, from what was measured of the file. */
type Props = { clip: BoardClip; scale: number; from: number; to: number };
const HEIGHT = 34;

export const Waveform = memo(({ clip, scale, from, to }: Props) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { media, offset, gain } = clip.parameters;
  const id = typeof media === 'string' ? media : null;
  const waves = useWaves(id);
  const start = Math.max(0, from - clip.start);
  const end = Math.min(clip.duration, to - clip.start);
  const width = Math.max(1, Math.round((end - start) * scale));
  const into = typeof offset === 'number' ? offset : 0;
  const level = typeof gain === 'number' ? gain : 1;
  useEffect(() => {
    if (canvas.current && waves) drawWaveform(canvas.current, waves, { from: into + start, scale, level });
  }, [waves, into, start, scale, level, width]);
  return (
    <canvas
      ref={canvas}
      className="waveform"
      width={width}
      height={HEIGHT}
      style={{ left: start * scale, width }}
      aria-hidden="true"
    />
  );
});
