import { createContext, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Box } from '../picture/sight.ts';

/** A field of the inspector whose value is picked on the picture: one at a time. */
export type PickTarget = { key: string; name: string } & (
  | { kind: 'elements'; words: readonly string[]; put(words: string[]): void }
  | { kind: 'box'; box: Box | null; put(box: Box): void }
);
export type PickDesk = {
  target: PickTarget | null;
  offer(target: PickTarget): void;
  /** `key`: only while it is that field's turn. */
  end(key?: string): void;
};
export const PickContext = createContext<PickDesk>({
  target: null,
  offer: () => undefined,
  end: () => undefined,
});
export const usePick = (): PickDesk => useContext(PickContext);

export const usePickDesk = (): PickDesk => {
  const [target, setTarget] = useState<PickTarget | null>(null);
  return useMemo(
    () => ({
      target,
      offer: setTarget,
      end: (key) => setTarget((now) => (key === undefined || now?.key === key ? null : now)),
    }),
    [target],
  );
};

/** Of a field: whether it is its turn, and the way there and back. The picture always has the field's newest value. */
export const usePickSource = (own: PickTarget): { isOn: boolean; toggle: () => void } => {
  const { target, offer, end } = usePick();
  const { key } = own;
  const isOn = target?.key === key;
  const latest = useRef(own);
  useLayoutEffect(() => {
    latest.current = own;
  });
  const value = JSON.stringify(own.kind === 'elements' ? own.words : own.box);
  const offerLatest = useRef(() => undefined as void);
  useLayoutEffect(() => {
    offerLatest.current = () => {
      const now = latest.current;
      offer(
        now.kind === 'elements'
          ? {
              ...now,
              put: (words: string[]) => latest.current.kind === 'elements' && latest.current.put(words),
            }
          : { ...now, put: (box: Box) => latest.current.kind === 'box' && latest.current.put(box) },
      );
    };
  });
  useEffect(() => {
    if (isOn) offerLatest.current();
  }, [isOn, value]);
  const ending = useRef(end);
  useLayoutEffect(() => {
    ending.current = end;
  });
  useEffect(() => () => ending.current(key), [key]);
  return { isOn, toggle: () => (isOn ? end(key) : offerLatest.current()) };
};
