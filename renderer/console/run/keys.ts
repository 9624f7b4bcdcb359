import { useEffect } from 'react';
import type { RunActions } from './actions.ts';

/** Space GO, arrows standby, Esc panic. A held key repeats nothing; a text field keeps its keys, Esc excepted. */
export const useRunKeys = (actions: RunActions): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      const action = actionOf(event, actions);
      if (!action || (isTyping(event.target) && event.key !== 'Escape')) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, [actions]);
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  target.getAttribute('type') !== 'range';

const actionOf = (event: KeyboardEvent, actions: RunActions): (() => void) | null => {
  switch (event.key) {
    case ' ':
      return actions.go;
    case 'ArrowDown':
      return () => void actions.next();
    case 'ArrowUp':
      return () => void actions.previous();
    case 'Escape':
      return actions.panic;
    default:
      return null;
  }
};
