import { useEffect } from 'react';

/**
 * What Esc does outside the Run page, one rule for all: it first leaves what is under way (a drag, a drawing, a text
 * field), innermost first; with nothing under way it is panic, as everywhere.
 */
type Leave = () => void;
const underWay: Leave[] = [];

/** `leave` is called at most once, by the Esc that finds it on top. Gives back its removal. */
const enterUnderWay = (leave: Leave): (() => void) => {
  underWay.push(leave);
  return () => {
    const at = underWay.indexOf(leave);
    if (at >= 0) underWay.splice(at, 1);
  };
};
/** While `isUnderWay`, Esc calls `leave`, which must not change from render to render. */
export const useEscape = (isUnderWay: boolean, leave: Leave): void => {
  useEffect(() => (isUnderWay ? enterUnderWay(leave) : undefined), [isUnderWay, leave]);
};

export const isTextField = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName) || isTextInput(target));
const isTextInput = (target: HTMLElement): boolean =>
  target.tagName === 'INPUT' &&
  !/^(range|checkbox|radio|button|file)$/.test(target.getAttribute('type') ?? 'text');

export const useEscapeOrPanic = (panic: () => void): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      if (isTextField(event.target)) return event.target.blur();
      const leave = underWay.pop();
      if (leave) leave();
      else panic();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [panic]);
};
