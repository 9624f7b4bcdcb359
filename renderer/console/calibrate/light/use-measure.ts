import { useCallback, useEffect, useRef } from 'react';
import { useLink } from '../../use-link.ts';
import type { MeasureAnswer, MeasureAsk, MeasureQuestion, MeasureValue } from './measure-questions.ts';

/** Asks about the wall as it is saved. The worker starts with the first question and ends with the page. */
export const useMeasure = (): ((ask: MeasureAsk) => Promise<MeasureValue>) => {
  const link = useLink();
  const desk = useRef<ReturnType<typeof openDesk> | null>(null);
  useEffect(
    () => () => {
      desk.current?.close();
      desk.current = null;
    },
    [],
  );
  return useCallback(
    async (ask) => {
      const rig = link.get('rig');
      if (!rig) return { kind: 'failed', message: '' };
      desk.current ??= openDesk();
      const facade = link.get('facade')?.document ?? null;
      return desk.current.ask({ key: String(rig.revision), document: rig.document, facade }, ask);
    },
    [link],
  );
};

const openDesk = () => {
  const worker = new Worker(new URL('./measure.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (value: MeasureValue) => void>();
  let count = 0;
  const fail = (message: string): void => {
    for (const settle of waiting.values()) settle({ kind: 'failed', message });
    waiting.clear();
  };
  worker.addEventListener('message', ({ data }: MessageEvent<MeasureAnswer>) => {
    waiting.get(data.id)?.(data.value);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', ({ message }) => fail(message));
  return {
    ask: (rig: MeasureQuestion['rig'], ask: MeasureAsk) =>
      new Promise<MeasureValue>((resolve) => {
        const id = (count += 1);
        waiting.set(id, resolve);
        worker.postMessage({ id, rig, ask } satisfies MeasureQuestion);
      }),
    close() {
      fail('');
      worker.terminate();
    },
  };
};
