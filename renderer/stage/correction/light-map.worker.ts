import { pageMs } from '../../link/clock.ts';
import { LightDesk } from './light-desk.ts';
import type { LightReply, LightRequest } from './light-request.ts';

/**
 * Light maps away from the thread that draws. One request at a time, the newest next; a full one is given up when
 * another comes, since what it would show is no longer asked for.
 */
const desk = new LightDesk();
const tasks = new MessageChannel();
/** Milliseconds between two looks at the messages. */
const SLICE = 10;
let next: LightRequest | null = null;
let isBusy = false;

self.onmessage = ({ data }: MessageEvent<LightRequest>) => {
  desk.receive(data);
  next = data;
  if (!isBusy) void work();
};

const work = async (): Promise<void> => {
  isBusy = true;
  while (next) {
    const request = next;
    next = null;
    try {
      await answer(request);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      reply({ ticket: request.ticket, light: null, error: reason });
    }
  }
  isBusy = false;
};

const answer = async (request: LightRequest): Promise<void> => {
  const steps = desk.work(request);
  let until = pageMs() + SLICE;
  for (;;) {
    const step = steps.next();
    if (step.done) return reply({ ticket: request.ticket, light: step.value, error: '' });
    if (pageMs() < until) continue;
    await messagesRead();
    if (next && !request.isCoarse) return;
    until = pageMs() + SLICE;
  }
};

/** A task of its own at the end of the queue: what was sent meanwhile comes before it. */
const messagesRead = (): Promise<void> =>
  new Promise((resolve) => {
    tasks.port1.onmessage = () => resolve();
    tasks.port2.postMessage(null);
  });

const reply = (message: LightReply): void =>
  self.postMessage(message, { transfer: message.light ? [message.light.texels.buffer] : [] });
