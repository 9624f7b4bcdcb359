import { WebSocket } from 'ws';
import { z } from 'zod';
import { machineTime } from '../../host/clock.ts';

/** A page of a running Chromium → PDF, over its DevTools protocol: its own typesetting, and no library for it. */
const targetsSchema = z.object({
  targetInfos: z.array(z.object({ targetId: z.string(), type: z.string(), url: z.string() })),
});
const attachedSchema = z.object({ sessionId: z.string() });
const printedSchema = z.object({ data: z.string() });
const messageSchema = z.object({
  id: z.number().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});
const PATIENCE_MS = 60_000;

/** Rejects with what the engine says. */
export const printPdf = async (devtools: string, url: string): Promise<Buffer> => {
  const socket = new WebSocket(devtools, { maxPayload: 2 ** 30 });
  const stop = machineTime.timer(PATIENCE_MS, () => socket.terminate());
  try {
    const call = await callsOf(socket);
    const { targetInfos } = targetsSchema.parse(await call('Target.getTargets', {}));
    const page = targetInfos.find((target) => target.type === 'page' && target.url === url);
    if (page === undefined) throw new Error('the page is not there any more');
    const { targetId } = page;
    const { sessionId } = attachedSchema.parse(
      await call('Target.attachToTarget', { targetId, flatten: true }),
    );
    const options = { printBackground: true, preferCSSPageSize: true, ...FOOT };
    const { data } = printedSchema.parse(await call('Page.printToPDF', options, sessionId));
    return Buffer.from(data, 'base64');
  } finally {
    stop();
    socket.terminate();
  }
};

const FOOT = {
  displayHeaderFooter: true,
  headerTemplate: '<span></span>',
  footerTemplate:
    '<div style="font-size:7px;width:100%;text-align:right;padding-right:10mm"><span class="pageNumber"></span> / <span class="totalPages"></span></div>',
};

type Call = (method: string, params: object, sessionId?: string) => Promise<unknown>;
const callsOf = async (socket: WebSocket): Promise<Call> => {
  const waiting = new Map<number, { done(value: unknown): void; failed(error: Error): void }>();
  socket.on('message', (data: Buffer) => {
    const { id, result, error } = messageSchema.parse(JSON.parse(data.toString('utf8')));
    const one = id === undefined ? undefined : waiting.get(id);
    if (id !== undefined) waiting.delete(id);
    if (error) one?.failed(new Error(error.message));
    else one?.done(result);
  });
  socket.on('close', () => {
    for (const one of waiting.values()) one.failed(new Error('the engine has left'));
  });
  await new Promise((done, failed) => {
    socket.once('open', done);
    socket.once('error', failed);
  });
  let count = 0;
  return (method, params, sessionId) =>
    new Promise((done, failed) => {
      count += 1;
      waiting.set(count, { done, failed });
      socket.send(JSON.stringify({ id: count, method, params, ...(sessionId ? { sessionId } : {}) }));
    });
};
