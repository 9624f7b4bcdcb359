/** The show, as test pages draw it: every corner of a form in one pixel, so that software GL doesn't keep the page waiting. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { bundledShow, root } from '../../e2e/support/app.mjs';
import { say, traced } from './trace.mjs';

const passages = {
  steam: { from: 31, seconds: 8, presses: [[3, null]] },
  chain: { from: 192, seconds: 8, presses: [[2.6, null]] },
  computing: { from: 302.5, seconds: 8, presses: [[2, null]] },
  factory: { from: 444, seconds: 8, presses: [[2, null]] },
  stings: {
    from: 45,
    seconds: 8,
    presses: ['5', '5', '9', '11', '14', '15', '18', '5', '22', '7', '26'].map((cue, i) => [
      0.5 + 0.65 * i,
      cue,
    ]),
  },
};
const unseen = () => {
  const { prototype } = WebGL2RenderingContext;
  const { viewport } = prototype;
  prototype.viewport = function onePixel(x, y) {
    viewport.call(this, x, y, 1, 1);
  };
  prototype.clear = () => undefined;
  prototype.blitFramebuffer = () => undefined;
};
const text = (file) => readFileSync(join(bundledShow, file), 'utf8');
const serve = async () => {
  const folder = join(root, 'dist/renderer');
  const files = JSON.parse(readFileSync(join(folder, 'files.json'), 'utf8'));
  const { records } = JSON.parse(text('show.json'));
  const server = createServer(({ url = '/' }, reply) => {
    const media = url.startsWith('/media/') ? records[`media:${url.slice('/media/'.length)}`] : null;
    if (media) return reply.end(readFileSync(join(bundledShow, media.path)));
    const key = url === '/bench' ? 'bench/index.html' : url.slice(1);
    if (!files[key]) return reply.writeHead(404).end();
    return reply.writeHead(200, { 'content-type': files[key].type }).end(readFileSync(join(folder, key)));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return server;
};
/** Processor time between the marks of each frame. */
const betweenMarks = (events) => {
  const marks = events.filter(({ name }) => name === 'frame' || name === 'drawn');
  return marks.flatMap((mark, i) => {
    const next = marks[i + 1];
    return mark.name === 'frame' && next?.name === 'drawn' ? [(next.tts - mark.tts) / 1000] : [];
  });
};
export const show = async (browser) => {
  const server = await serve();
  const documents = { show: text('show.json'), facade: text('facade.json'), rig: text('rigs/two.json') };
  for (const [name, passage] of Object.entries(passages)) {
    const page = await browser.newPage();
    await page.addInitScript(unseen);
    await page.goto(`http://127.0.0.1:${server.address().port}/bench`);
    const job = { ...documents, output: 'left', ...passage };
    const load = loadavg()[0];
    const { value, events } = await traced(browser, ['blink.user_timing'], () =>
      page.evaluate((given) => window.friseFrames(given, () => performance.now()), job),
    );
    say(name, load, betweenMarks(events).slice(-value.ms.length), value.ms);
    await page.close();
  }
  server.close();
};
