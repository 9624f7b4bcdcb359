import type { HapFrame, HapHead } from './hap-reader.ts';

/**
 * The page's end of the workers that unpack HAP: a few for the whole page, each film with the one that has the fewest.
 * The last film of a worker ends it.
 */
export type HapAsk =
  | { kind: 'open'; film: number; id: number; url: string; isPlain: boolean }
  | { kind: 'frame'; film: number; id: number; t: number; spare: ArrayBuffer[] }
  | { kind: 'close'; film: number };
export type HapAnswer =
  | { id: number; ok: true; kind: 'head'; head: HapHead }
  | { id: number; ok: true; kind: 'frame'; frame: HapFrame }
  | { id: number; ok: false; why: string };

export interface HapLine {
  readonly head: HapHead;
  /** `spare` is given away: its memory is another's afterwards. */
  frame(t: number, spare: ArrayBuffer[]): Promise<HapFrame>;
  close(): void;
}
type Waiting = { resolve(answer: HapAnswer): void; reject(error: Error): void };
type Desk = { worker: Worker; films: number; waiting: Map<number, Waiting> };

const MOST_WORKERS = 4;
const desks = new Set<Desk>();
let count = 0;

const openDesk = (): Desk => {
  const worker = new Worker(new URL('./hap.worker.ts', import.meta.url), { type: 'module' });
  const desk: Desk = { worker, films: 0, waiting: new Map() };
  worker.onmessage = ({ data }: MessageEvent<HapAnswer>) => {
    const waiting = desk.waiting.get(data.id);
    desk.waiting.delete(data.id);
    if (data.ok) waiting?.resolve(data);
    else waiting?.reject(new Error(data.why));
  };
  worker.onerror = (event) => {
    event.preventDefault();
    desks.delete(desk);
    worker.terminate();
    for (const { reject } of desk.waiting.values())
      reject(new Error(`unpacking broke down: ${event.message}`));
  };
  desks.add(desk);
  return desk;
};
const quietest = (): Desk => {
  const [least] = [...desks].toSorted((a, b) => a.films - b.films);
  const most = Math.min(MOST_WORKERS, Math.max(1, navigator.hardwareConcurrency - 1));
  return least && (least.films === 0 || desks.size >= most) ? least : openDesk();
};

export const openHapLine = async (url: string, isPlain: boolean): Promise<HapLine> => {
  const desk = quietest();
  desk.films += 1;
  count += 1;
  const film = count;
  const ask = (question: Exclude<HapAsk, { kind: 'close' }>, transfer: ArrayBuffer[] = []) =>
    new Promise<HapAnswer>((resolve, reject) => {
      desk.waiting.set(question.id, { resolve, reject });
      desk.worker.postMessage(question, transfer);
    });
  const nextId = (): number => (count += 1);
  let isOpen = true;
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    desk.films -= 1;
    desk.worker.postMessage({ kind: 'close', film } satisfies HapAsk);
    if (desk.films > 0) return;
    desks.delete(desk);
    desk.worker.terminate();
    for (const { reject } of desk.waiting.values()) reject(new Error('the film was closed'));
  };
  try {
    const opened = await ask({
      kind: 'open',
      film,
      id: nextId(),
      url: new URL(url, location.href).href,
      isPlain,
    });
    if (!opened.ok || opened.kind !== 'head') throw new Error('it was not opened');
    return {
      head: opened.head,
      async frame(t, spare) {
        if (!isOpen) throw new Error('the film was closed');
        const answer = await ask({ kind: 'frame', film, id: nextId(), t, spare }, spare);
        if (!answer.ok || answer.kind !== 'frame') throw new Error('it gave no frame');
        return answer.frame;
      },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
};
