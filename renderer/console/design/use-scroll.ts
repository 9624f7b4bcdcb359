import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { createSight } from './sight.ts';
import { HEAD, leftAfter, scaleFor, zoomed } from './view.ts';

/** Scroll and zoom of the board: the browser scrolls, ctrl and the wheel zoom about the pointer. */
const FIRST = { left: 0, top: 0, width: 1200, height: 520, scale: 12 };

export const useScroll = () => {
  const place = useRef<HTMLDivElement>(null);
  const [sight] = useState(() => createSight(FIRST));
  const wanted = useRef<number | null>(null);
  const read = useCallback(() => {
    const { current } = place;
    if (!current) return;
    const { scrollLeft: left, scrollTop: top, clientWidth, clientHeight } = current;
    sight.set({ left, top, width: clientWidth || FIRST.width, height: clientHeight || FIRST.height });
  }, [sight]);
  const zoomBy = useCallback(
    (by: number, pointer: number | null) => {
      const { left, width, scale: from } = sight.get();
      const to = zoomed(from, by);
      const under = pointer ?? HEAD + (width - HEAD) / 2;
      // Whole pixels, as the browser scrolls: the place that it then tells of is the one that was drawn.
      wanted.current = Math.round(leftAfter(left, under, from, to));
      sight.set({ scale: to, left: wanted.current });
    },
    [sight],
  );
  /** After a zoom the time under the pointer stays under it: by whoever draws the board, once it is drawn. */
  const settle = useCallback(() => {
    if (place.current && wanted.current !== null) place.current.scrollLeft = wanted.current;
    wanted.current = null;
    read();
  }, [read]);
  useLayoutEffect(() => {
    const { current } = place;
    if (!current) return undefined;
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      // Not React's: its wheel listener is passive, and the browser would zoom the whole page.
      event.preventDefault();
      zoomBy(Math.exp(-event.deltaY / 300), event.clientX - current.getBoundingClientRect().left);
    };
    current.addEventListener('wheel', wheel, { passive: false });
    const watch = new ResizeObserver(read);
    watch.observe(current);
    return () => {
      current.removeEventListener('wheel', wheel);
      watch.disconnect();
    };
  }, [read, zoomBy]);
  /** So many seconds in sight, from the beginning. */
  const fit = useCallback(
    (duration: number) => {
      wanted.current = 0;
      sight.set({ left: 0, scale: scaleFor(duration, sight.get().width) });
    },
    [sight],
  );
  /** Brings a time into sight. */
  const show = useCallback((x: number) => {
    const { current } = place;
    if (!current) return;
    const room = (current.clientWidth || FIRST.width) - HEAD;
    if (x < current.scrollLeft || x > current.scrollLeft + room)
      current.scrollLeft = Math.max(0, x - room / 4);
  }, []);
  return { place, sight, read, settle, zoomBy, fit, show };
};
