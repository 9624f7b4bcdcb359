/** The board's window on time: pixels a second, and what is in sight, all in pixels of the scrolled place. Pure. */
export type Scroll = { left: number; top: number; width: number; height: number };
export const HEAD = 230;
/** Time, years and bars, from the top. */
export const RULER = 72;
export const ROW = 44;

/** Pixels a second: at the closest a frame is 16 px wide. */
const CLOSEST = 400;
const FARTHEST = 0.05;
export const zoomed = (scale: number, by: number): number =>
  Math.min(CLOSEST, Math.max(FARTHEST, scale * by));

/** Where to scroll so that the time under a pointer stays under it. */
export const leftAfter = (left: number, pointer: number, from: number, to: number): number =>
  Math.max(0, ((left + pointer - HEAD) / from) * to - (pointer - HEAD));

/** At which a whole timeline is in sight. */
export const scaleFor = (duration: number, width: number): number =>
  zoomed(1, Math.max(200, width - HEAD - 30) / Math.max(1, duration));

/** Seconds in sight, with a little to either side. */
export const timesIn = ({ left, width }: Scroll, scale: number): { from: number; to: number } => ({
  from: Math.max(0, left / scale - 60 / scale),
  to: (left + Math.max(0, width - HEAD) + 60) / scale,
});
/** Rows in sight: first, and one behind the last. */
export const rowsIn = ({ top, height }: Scroll, count: number): { first: number; end: number } => ({
  first: Math.max(0, Math.floor(top / ROW) - 1),
  end: Math.min(count, Math.ceil((top + height - RULER) / ROW) + 1),
});

const two = (value: number): string => String(value).padStart(2, '0');
/** `12:05.48`: minutes, seconds, hundredths. */
export const timeText = (seconds: number): string => {
  const hundredths = Math.round(seconds * 100);
  const whole = Math.floor(hundredths / 100);
  return `${Math.floor(whole / 60)}:${two(whole % 60)}.${two(hundredths % 100)}`;
};
/** As short as the ruler's step lets it be. */
export const rulerText = (seconds: number, step: number): string => {
  const whole = Math.round(seconds * 100) / 100;
  const text = `${Math.floor(whole / 60)}:${two(Math.floor(whole % 60))}`;
  return step >= 1 ? text : `${text}.${two(Math.round((whole % 1) * 100))}`;
};
