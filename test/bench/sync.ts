import { join } from 'node:path';
import type { Page } from 'playwright';
import { z } from 'zod';
import { askVerb } from './client.ts';
import { startBenchHost } from './host.ts';
import type { Measurement } from './measure.ts';
import { withBrowser } from './pages.ts';
import { agreementOf, type Agreement, type Shown } from './same-frame.ts';

/**
 * The same show frame on both outputs: with a window for each, and with one window over both. Real projectors of one
 * card share their vsync as these windows do; those of several cards drift unless a board keeps them in step.
 */
const SECONDS = 6;
const REFRESH = 60;
const SIZE = { width: 160, height: 90 };

const logSchema = z.array(
  z.object({
    drawnAt: z.number(),
    frame: z.number(),
    clock: z.number(),
    parts: z.record(z.string(), z.number()).optional(),
  }),
);
type Log = z.infer<typeof logSchema>;
const logOf = async (page: Page): Promise<Log> => logSchema.parse(await page.evaluate('window.frise.log'));
const drawing = `new Promise((done) => {
  const look = () => (window.frise?.log.length > 30 ? done() : requestAnimationFrame(look));
  look();
})`;

const watched = async (pages: Page[]): Promise<{ logs: Log[]; from: number; to: number }> => {
  for (const page of pages) await page.evaluate(drawing);
  const from = z.number().parse(await pages[0]?.evaluate('window.frise.now()'));
  await pages[0]?.waitForTimeout(SECONDS * 1000);
  const logs = await Promise.all(pages.map(logOf));
  return { logs, from, to: from + SECONDS };
};
/** A shared window's outputs: the time that each of them shows, on the same grid. */
const partsOf = (log: Log): Shown[][] => {
  const names = Object.keys(log.at(-1)?.parts ?? {});
  return names.map((name) =>
    log.flatMap(({ drawnAt, parts }) => {
      const clock = parts?.[name];
      return clock === undefined ? [] : [{ drawnAt, frame: Math.round(clock * REFRESH) }];
    }),
  );
};
const shownOf = (log: Log): Shown[] =>
  log.map(({ drawnAt, clock }) => ({ drawnAt, frame: Math.round(clock * REFRESH) }));

export const measureSync = (root: string): Promise<Measurement[]> =>
  withBrowser(async (browser) => {
    const host = await startBenchHost(root, join(root, 'test/fixtures/shows/tiny'));
    try {
      await askVerb(host, 'go', {});
      const open = async (outputs: string): Promise<Page> => {
        const page = await browser.newPage({ viewport: SIZE });
        await page.goto(`${host.http}/output/${outputs}`);
        return page;
      };
      const own = [await open('left'), await open('right')];
      const apart = await watched(own);
      for (const page of own) await page.close();
      const shared = await open('left+right');
      const together = await watched([shared]);
      await shared.close();
      const windows = agreementOf(apart.logs.map(shownOf), apart.from, apart.to, REFRESH);
      const one = agreementOf(partsOf(together.logs[0] ?? []), together.from, together.to, REFRESH);
      return [measurementOf(windows, one)];
    } finally {
      await host.stop();
    }
  });

const measurementOf = (windows: Agreement, one: Agreement): Measurement => ({
  name: 'same-frame',
  what: `vsyncs at which two outputs show the same frame, a window each, ${SIZE.width}×${SIZE.height}, software GL`,
  value: windows.share * 100,
  unit: '%',
  goal: { of: 'ratio', most: 1.05, why: 'a seam shows where the two differ' },
  reference: { what: 'one window over both', value: one.share * 100 },
  ratio: one.share / windows.share,
  counts: {
    'worst frames': windows.worst,
    vsyncs: windows.vsyncs,
    'worst frames of one window': one.worst,
  },
});
