import { useCallback, useEffect, useState } from 'react';
import { useLink } from '../../use-link.ts';
import { useEscape } from '../../escape.ts';
import { freshOf, withFresh, type LearnRow } from './fresh.ts';

export type Learn = { isOn: boolean; rows: readonly LearnRow[]; start(): void; stop(): void };

/** From the press on, what comes in by any way; Esc ends it. */
export const useLearn = (): Learn => {
  const link = useLink();
  const [isOn, setOn] = useState(false);
  const [rows, setRows] = useState<readonly LearnRow[]>([]);
  const stop = useCallback(() => setOn(false), []);
  useEscape(isOn, stop);
  useEffect(() => {
    if (!isOn) return undefined;
    let before = link.get('inputs') ?? [];
    return link.subscribe('inputs', (now) => {
      const fresh = freshOf(before, now);
      before = now;
      if (fresh.length > 0) setRows((all) => withFresh(all, fresh));
    });
  }, [isOn, link]);
  return {
    isOn,
    rows,
    start() {
      setRows([]);
      setOn(true);
    },
    stop,
  };
};
