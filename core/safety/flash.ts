/**
 * Flashes that may harm, counted in rendered frames: WCAG 2.3.1 (its definitions of *general flash and red flash
 * thresholds*) as the nearest spectator sees the wall, and so the substance of ITU-R BT.1702.
 *
 * A transition is a change of relative luminance by a tenth of the maximum or more, where the darker side is below 0.8
 * (general), or a change of saturated red, (R − G − B) · 320 by more than 20 where R / (R + G + B) is 0.8 or more on
 * either side (red). Two opposing transitions are a flash. It counts where a quarter of any field of 10° flashes, and
 * more than three in any second are too many. Linear light throughout.
 */
export type Grid = {
  columns: number;
  rows: number;
  /** Width of a cell, metres; cells are square, row 0 at the top. */
  cell: number;
  /** Of the nearest spectator from the wall, metres. */
  distance: number;
};
export const MOST_FLASHES = 3;
export type Worst = {
  /** Flashes in one second: half the transitions. */
  flashes: number;
  /** End of that second. */
  at: number;
  /** Middle of the field, metres from the left and from the top. */
  x: number;
  y: number;
};
export type FlashReport = { general: Worst; red: Worst };
/** The worst of several: the earliest where they are alike. */
export const worstOf = (reports: readonly FlashReport[]): FlashReport => {
  const most = (of: (report: FlashReport) => Worst): Worst =>
    reports.map(of).reduce((worst, one) => (one.flashes > worst.flashes ? one : worst), NONE);
  return { general: most(({ general }) => general), red: most(({ red }) => red) };
};
const NONE: Worst = { flashes: 0, at: 0, x: 0, y: 0 };
export interface FlashMeter {
  /** `rgb`: linear light 0–1, three numbers a cell, row by row. `at`: seconds, rising. */
  push(at: number, rgb: Float32Array): void;
  report(): FlashReport;
  /** The report since the last `take`; what was seen before goes on counting for the seconds to come. */
  take(): FlashReport;
}

const WINDOW_SECONDS = 1;
const FIELD_DEGREES = 10;
const SHARE = 0.25;
const LUMINANCE = { step: 0.1, darker: 0.8 };
const RED = { step: 20, ratio: 0.8, scale: 320 };
/** Transitions of a cell that are remembered: more in a second than this are as bad as this. */
const KEPT = 24;
/** Times are sums of frame lengths. */
const ROUNDING = 1e-6;

/** Side of the field in cells, at least one. */
export const fieldCells = ({ cell, distance }: Grid): number =>
  Math.max(1, Math.round((2 * distance * Math.tan((FIELD_DEGREES / 2 / 180) * Math.PI)) / cell));

/** Turning points of one quantity in each cell. `counts`: whether a change from `low` to `high` counts. */
const createTransitions = (cells: number, step: number) => {
  const low = new Float32Array(cells).fill(Infinity);
  const high = new Float32Array(cells).fill(-Infinity);
  /** 1: it last went up, −1: down, 0: neither yet. */
  const way = new Int8Array(cells);
  const times = new Float64Array(cells * KEPT).fill(-Infinity);
  const next = new Uint8Array(cells);
  const mark = (cell: number, at: number): void => {
    times[cell * KEPT + (next[cell] ?? 0)] = at;
    next[cell] = ((next[cell] ?? 0) + 1) % KEPT;
  };
  return {
    /** `isLow`: a value that may stand as the darker side; `isHigh`: as the brighter one. */
    push(cell: number, at: number, value: number, isLow: boolean, isHigh: boolean): void {
      if (isLow) low[cell] = Math.min(low[cell] ?? value, value);
      if (isHigh) high[cell] = Math.max(high[cell] ?? value, value);
      const up = isHigh && value - (low[cell] ?? value) >= step;
      const down = isLow && (high[cell] ?? value) - value >= step;
      if (up && way[cell] !== 1) {
        way[cell] = 1;
        high[cell] = value;
        mark(cell, at);
      } else if (down && way[cell] !== -1) {
        way[cell] = -1;
        low[cell] = value;
        mark(cell, at);
      }
      // The side that it has just left begins anew: what counts is the swing since.
      if (way[cell] === 1 && isHigh && value >= (high[cell] ?? value)) low[cell] = isLow ? value : Infinity;
      if (way[cell] === -1 && isLow && value <= (low[cell] ?? value)) high[cell] = isHigh ? value : -Infinity;
    },
    /** In the second up to `at`. */
    count(cell: number, at: number): number {
      let sum = 0;
      for (let index = cell * KEPT; index < (cell + 1) * KEPT; index += 1)
        if ((times[index] ?? -Infinity) > at - WINDOW_SECONDS + ROUNDING) sum += 1;
      return sum;
    },
  };
};
type Transitions = ReturnType<typeof createTransitions>;

/** The most transitions that a quarter of some field has in common, and where. */
const worstField = (
  counts: Uint8Array,
  grid: Grid,
  better: number,
): { count: number; x: number; y: number } | null => {
  const side = fieldCells(grid);
  const [across, down] = [Math.min(side, grid.columns), Math.min(side, grid.rows)];
  const needed = Math.ceil(SHARE * side * side);
  const most = counts.reduce((greatest, each) => Math.max(greatest, each), 0);
  const sums = new Uint32Array((grid.columns + 1) * (grid.rows + 1));
  const at = (column: number, row: number): number => sums[row * (grid.columns + 1) + column] ?? 0;
  for (let count = most; count > better; count -= 1) {
    for (let row = 0; row < grid.rows; row += 1)
      for (let column = 0; column < grid.columns; column += 1)
        sums[(row + 1) * (grid.columns + 1) + column + 1] =
          at(column, row + 1) +
          at(column + 1, row) -
          at(column, row) +
          Number((counts[row * grid.columns + column] ?? 0) >= count);
    for (let row = 0; row + down <= grid.rows; row += 1)
      for (let column = 0; column + across <= grid.columns; column += 1) {
        const sum =
          at(column + across, row + down) -
          at(column, row + down) -
          at(column + across, row) +
          at(column, row);
        if (sum >= needed)
          return { count, x: (column + across / 2) * grid.cell, y: (row + down / 2) * grid.cell };
      }
  }
  return null;
};

export const createFlashMeter = (grid: Grid): FlashMeter => {
  const cells = grid.columns * grid.rows;
  const general = createTransitions(cells, LUMINANCE.step);
  const red = createTransitions(cells, RED.step);
  const counts = new Uint8Array(cells);
  const none = (): Worst => ({ flashes: 0, at: 0, x: 0, y: 0 });
  let report: FlashReport = { general: none(), red: none() };
  const look = (transitions: Transitions, at: number, before: Worst): Worst => {
    for (let cell = 0; cell < cells; cell += 1) counts[cell] = transitions.count(cell, at);
    const found = worstField(counts, grid, before.flashes * 2);
    return found === null ? before : { flashes: found.count / 2, at, x: found.x, y: found.y };
  };
  return {
    push(at, rgb) {
      for (let cell = 0; cell < cells; cell += 1) {
        const [r = 0, g = 0, b = 0] = [rgb[cell * 3], rgb[cell * 3 + 1], rgb[cell * 3 + 2]];
        const luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b;
        general.push(cell, at, luminance, luminance < LUMINANCE.darker, true);
        const sum = r + g + b;
        const saturated = Math.max(0, r - g - b) * RED.scale;
        // Where either side is saturated red; a dark side has none of it.
        red.push(cell, at, saturated, true, sum > 0 && r / sum >= RED.ratio);
      }
      report.general = look(general, at, report.general);
      report.red = look(red, at, report.red);
    },
    report: () => ({ general: { ...report.general }, red: { ...report.red } }),
    take() {
      const taken = report;
      report = { general: none(), red: none() };
      return taken;
    },
  };
};
