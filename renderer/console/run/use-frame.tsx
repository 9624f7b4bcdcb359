import {
  createContext,
  useContext,
  useLayoutEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
  type ComponentProps,
} from 'react';
import { planAt, resolve } from '../../../core/playback/resolve.ts';
import type { CompiledShow } from '../../../core/show/compiled.ts';
import { useLink } from '../use-link.ts';
import { steady } from './steady.ts';
import { createTicker, type Frame, type Ticker } from './ticker.ts';

/**
 * How the page follows the plan: a component redraws when what it chose of a frame has changed, digits are written into
 * the document past React. So a page of 500 cues draws nothing while a clock runs.
 */
const silent: Ticker = { latest: () => null, listen: () => () => undefined };
export const TickerContext = createContext<Ticker>(silent);

export const useNewTicker = (show: CompiledShow | null): Ticker => {
  const link = useLink();
  return useMemo(() => {
    const read = (): Frame | null => {
      const now = link.showNow();
      const plans = link.get('plans');
      const plan = plans && now !== null ? planAt(plans, now) : null;
      return show && plan && now !== null ? { show, resolved: resolve(show, plan, now) } : null;
    };
    return createTicker(read);
  }, [link, show]);
};

/** `choose` gives plain JSON and never throws; it is asked at every animation frame. */
export const useFrame = <T,>(choose: (frame: Frame | null) => T): T => {
  const ticker = useContext(TickerContext);
  const keep = useMemo(() => steady<T>(), []);
  return useSyncExternalStore(ticker.listen, () => keep(choose(ticker.latest())));
};

type Ticking = Omit<ComponentProps<'span'>, 'children'> & { text: (frame: Frame | null) => string };

/** Digits: written in place, and only when they read otherwise. */
export const Ticking = ({ text, ...rest }: Ticking) => {
  const ticker = useContext(TickerContext);
  const span = useRef<HTMLSpanElement>(null);
  useLayoutEffect(
    () =>
      ticker.listen((frame) => {
        const next = text(frame);
        if (span.current && span.current.textContent !== next) span.current.textContent = next;
      }),
    [ticker, text],
  );
  return <span {...rest} ref={span} />;
};

type Bar = { label: string; part: (frame: Frame | null) => number };

/** How far something is, 0–1. A thousandth is the finest step that a person can see on it. */
export const TickingBar = ({ label, part }: Bar) => {
  const ticker = useContext(TickerContext);
  const bar = useRef<HTMLProgressElement>(null);
  useLayoutEffect(
    () =>
      ticker.listen((frame) => {
        const next = Math.round(Math.min(1, Math.max(0, part(frame))) * 1000) / 1000;
        if (bar.current && bar.current.value !== next) bar.current.value = next;
      }),
    [ticker, part],
  );
  return <progress ref={bar} aria-label={label} max={1} value={0} />;
};
