import { useEffect, type RefObject } from 'react';

/** While something is open, a press anywhere beside it calls `close`, which must not change from render to render. */
export const useOutsidePress = (
  isOpen: boolean,
  place: RefObject<HTMLElement | null>,
  close: () => void,
): void => {
  useEffect(() => {
    if (!isOpen) return undefined;
    const press = ({ target }: Event): void => {
      if (target instanceof Node && !place.current?.contains(target)) close();
    };
    // On its way down: what is pressed may keep the event for itself.
    window.addEventListener('pointerdown', press, true);
    return () => window.removeEventListener('pointerdown', press, true);
  }, [isOpen, place, close]);
};
