import type { Link } from '../link/link.ts';
import { createThumbnails, type Thumbnails } from './thumbnail.ts';
import type { Part, View } from './view.ts';
import type { PageFacts } from '../../core/control/report-facts.ts';
import type { Watch } from './watch.ts';

/** What the page says of itself: once a second how it goes, every other time with a small picture. */
const REPORT_EVERY = 1;
const THUMBNAIL_EVERY = 2;

/** Due again after `every` seconds; at once when the clock was set back. */
export const createDue = (every: number) => {
  let next = -Infinity;
  return {
    isDue(clock: number): boolean {
      if (clock < next && next <= clock + every) return false;
      next = clock + every;
      return true;
    },
    now(): void {
      next = -Infinity;
    },
  };
};

/**
 * Called after drawing, in the same task; `isDrawn` false: this tick drew nothing, and a picture taken now would be empty.
 * A window that several outputs share tells of each.
 */
export const createTelling = (
  link: Link,
  watch: Watch,
  { canvas, isNegative }: { canvas: HTMLCanvasElement; isNegative: boolean },
  view: () => View | null,
  facts: () => PageFacts | null,
) => {
  const thumbnails = createThumbnailsOf(isNegative);
  const report = createDue(REPORT_EVERY);
  const thumbnail = createDue(THUMBNAIL_EVERY);
  return (clock: number, isDrawn: boolean): void => {
    if (!report.isDue(clock)) return;
    const isPictured = isDrawn && thumbnail.isDue(clock);
    const whole = { x: 0, y: 0, width: canvas.width, height: canvas.height };
    const page = facts();
    const parts = view()?.parts?.() ?? [{ output: null, area: whole }];
    for (const { output, area } of parts) {
      if (area === null) continue;
      const own = thumbnails(output);
      if (isPictured) own.take(canvas, area);
      link.report({ ...watch.summary(clock), output, thumbnail: own.next(), page });
    }
  };
};

const createThumbnailsOf = (isNegative: boolean) => {
  const made = new Map<Part['output'] | null, Thumbnails>();
  return (output: Part['output'] | null): Thumbnails => {
    const own = made.get(output) ?? createThumbnails(isNegative);
    made.set(output, own);
    return own;
  };
};
