import { useEffect, useRef } from 'react';

/** What the browser's own drags, and a double press, do on a part of the page that is no button. */
type DragKind = 'dragstart' | 'dragover' | 'dragleave' | 'drop';
type Listeners = Partial<Record<DragKind, (event: DragEvent) => void>> & {
  dblclick?: (event: MouseEvent) => void;
};
const DRAGS = ['dragstart', 'dragover', 'dragleave', 'drop'] as const;

export const useListeners = (place: React.RefObject<HTMLElement | null>, listeners: Listeners): void => {
  const now = useRef(listeners);
  useEffect(() => {
    now.current = listeners;
  });
  useEffect(() => {
    const { current } = place;
    if (!current) return undefined;
    const end = new AbortController();
    const { signal } = end;
    for (const kind of DRAGS)
      current.addEventListener(kind, (event) => now.current[kind]?.(event), { signal });
    current.addEventListener('dblclick', (event) => now.current.dblclick?.(event), { signal });
    return () => end.abort();
  }, [place]);
};

/** Whether the hand has gone from the place itself, not into a part of it. */
export const hasLeft = (place: HTMLElement | null, { relatedTarget }: DragEvent): boolean =>
  !(relatedTarget instanceof Node) || !place?.contains(relatedTarget);
