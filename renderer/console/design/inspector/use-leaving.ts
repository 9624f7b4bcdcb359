import { useEffect, useRef } from 'react';

/** Calls `leave` when a field is left, but for the button that takes back what was typed. */
export const useLeaving = (leave: () => void) => {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const { current } = form;
    const left = ({ relatedTarget }: FocusEvent): void => {
      const isTakenBack = relatedTarget instanceof Element && relatedTarget.matches('[data-revert]');
      if (!isTakenBack) leave();
    };
    current?.addEventListener('focusout', left);
    return () => current?.removeEventListener('focusout', left);
  });
  return form;
};
