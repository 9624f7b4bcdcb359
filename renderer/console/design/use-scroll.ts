import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { HEAD, leftAfter, scaleFor, zoomed, type Scroll } from './view.ts';

/** Scroll and zoom of the board: the browser scrolls, ctrl and the wheel zoom about the pointer. */
const FIRST: Scroll = { left: 0, top: 0, width: 1200, height: 520 };
const FIRST_SCALE = 12;

export const useScroll = () => {
  const place = useRef<HTMLDivElement>(null);
  const [scroll, setScroll] = useState(FIRST);
  const [scale, setScale] = useState(FIRST_SCALE);
  const wanted = useRef<number | null>(null);
  const read = useCallback(() => {
    const { current } = place;
    if (!current) return;
    const { scrollLeft: left, scrollTop: top, clientWidth, clientHeight } = current;
    setScroll({ left, top, width: clientWidth || FIRST.width, height: clientHeight || FIRST.height });
  }, []);
  const zoomBy = useCallback((by: number, pointer: number | null) => {
    setScale((from) => {
      const to = zoomed(from, by);
      const { current } = place;
      const under = pointer ?? HEAD + ((current?.clientWidth ?? FIRST.width) - HEAD) / 2;
      wanted.current = leftAfter(wanted.current ?? current?.scrollLeft ?? 0, under, from, to);
      return to;
    });
  }, []);
  useLayoutEffect(() => {
    if (place.current && wanted.current !== null) place.current.scrollLeft = wanted.current;
    wanted.current = null;
    read();
  }, [scale, read]);
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
  const fit = useCallback((duration: number) => {
    const width = place.current?.clientWidth || FIRST.width;
    wanted.current = 0;
    setScale(scaleFor(duration, width));
  }, []);
  /** Brings a time into sight. */
  const show = useCallback((x: number) => {
    const { current } = place;
    if (!current) return;
    const room = (current.clientWidth || FIRST.width) - HEAD;
    if (x < current.scrollLeft || x > current.scrollLeft + room)
      current.scrollLeft = Math.max(0, x - room / 4);
  }, []);
  return { place, scroll, scale, read, zoomBy, fit, show };
};
