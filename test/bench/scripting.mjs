/**
 * Script of the main thread, frame by frame, out of the browser's own trace: `node test/bench/scripting.mjs show|timeline`.
 * `show`: frameAt and the stage in passages of the bundled show. `timeline`: the Design page with a large timeline.
 */
import { launchChromium } from '../support/chromium.mjs';
import { show } from './scripting/show.mjs';
import { timeline } from './scripting/timeline.mjs';

const what = { show, timeline }[process.argv[2] ?? ''];
if (!what) throw new Error('say what: show, or timeline');
const browser = await launchChromium();
try {
  await what(browser);
} finally {
  await browser.close();
}
