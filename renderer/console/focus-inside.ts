import { useEffect, useRef, type RefObject } from 'react';

/** A card that opens takes the focus to one of its controls, and gives it back to where it was when it closes. */
export const useFocusInside = <T extends HTMLElement>(): RefObject<T | null> => {
  const control = useRef<T>(null);
  useEffect(() => {
    const before = document.activeElement;
    control.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return control;
};
