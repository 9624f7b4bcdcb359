/** How often several outputs show the same frame, from what each of them drew. */
export type Shown = {
  /** Show clock at which it was drawn, s. */
  drawnAt: number;
  /** Which frame of the show it is, on the grid of the refresh rate. */
  frame: number;
};
export type Agreement = {
  vsyncs: number;
  /** 0 … 1 of the vsyncs. */
  share: number;
  /** Frames between the outputs, at the worst vsync. */
  worst: number;
};

/** What is on a display at a vsync is what was drawn last before it. */
const at = (log: readonly Shown[], seconds: number): number | null => {
  let shown: number | null = null;
  for (const { drawnAt, frame } of log) {
    if (drawnAt > seconds) break;
    shown = frame;
  }
  return shown;
};

/** @param from @param to show clock, s: vsyncs between them are counted, `refresh` a second */
export const agreementOf = (
  outputs: readonly (readonly Shown[])[],
  from: number,
  to: number,
  refresh: number,
): Agreement => {
  let [vsyncs, same, worst] = [0, 0, 0];
  for (let vsync = Math.ceil(from * refresh); vsync <= to * refresh; vsync += 1) {
    const frames = outputs.map((log) => at(log, vsync / refresh));
    const known = frames.filter((frame) => frame !== null);
    if (known.length < outputs.length) continue;
    const apart = Math.max(...known) - Math.min(...known);
    vsyncs += 1;
    if (apart === 0) same += 1;
    worst = Math.max(worst, apart);
  }
  return { vsyncs, share: vsyncs === 0 ? Number.NaN : same / vsyncs, worst };
};
