import type { Area } from './area.ts';

/** What a draw cost. `pixels`: written by clears, layers and composites, each pass by the area that it is confined to. */
export type StageInfo = {
  readonly drawCalls: number;
  readonly passes: number;
  readonly layers: number;
  readonly pixels: number;
};

export class Counter implements StageInfo {
  drawCalls = 0;
  passes = 0;
  layers = 0;
  #pixels = 0;

  get pixels(): number {
    return this.#pixels;
  }
  begin(): void {
    this.drawCalls = 0;
    this.passes = 0;
    this.#pixels = 0;
  }
  pass(drawCalls: number, area: Area): void {
    this.drawCalls += drawCalls;
    this.passes += 1;
    this.wrote(area);
  }
  wrote(area: Area): void {
    this.#pixels += area.width * area.height;
  }
}
