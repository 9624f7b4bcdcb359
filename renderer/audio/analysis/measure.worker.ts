import { analyse } from '../../../core/sound/analysis/analysis.ts';

/** Measures beside the page, which has sound to play. */
export type MeasureJob = { channels: Float32Array[]; rate: number; hash: string };
export type MeasureAnswer = { text: string } | { why: string };

addEventListener('message', ({ data }: MessageEvent<MeasureJob>) => {
  let answer: MeasureAnswer;
  try {
    answer = { text: JSON.stringify(analyse(data.channels, data.rate, data.hash)) };
  } catch (error) {
    answer = { why: error instanceof Error ? error.message : String(error) };
  }
  postMessage(answer);
});
