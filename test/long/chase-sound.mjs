// Sound against picture while main follows time code: at the show's own speed, and at a machine's that runs fast.
import { after, before, test } from 'node:test';
import { join } from 'node:path';
import { launchChromium, watchPage } from '../support/chromium.mjs';
import { fakeMicrophone, makeLtc } from '../support/ltc.mjs';
import { run } from '../support/processes.mjs';
import { startSoundCard } from '../support/soundcard.mjs';
import { startHeadless, temporaryFolder } from '../e2e/support/app.mjs';
import { soundShow } from '../e2e/support/clicks.mjs';
import { assertHeardTogether } from '../e2e/support/together.mjs';

/** Within ±0.5 % sound is resampled. */
const fast = 1.003;
/** Seconds of position at which the code begins to run fast, and ends. */
const [turnsAt, endsAt] = [11, 22];
let card, show, host, browser, output, folder;
const complaints = [];

before(async () => {
  folder = temporaryFolder('chase');
  card = await startSoundCard();
  show = soundShow();
  host = await startHeadless({ show: show.path });
  await host.verb(
    'document/edit',
    {
      document: 'station',
      label: 'chase',
      put: { 'timecode:main': { source: 'ltc', startCode: '10:00:00:00', chase: true } },
    },
    { authorization: `Bearer ${host.ready.owner}` },
  );
  browser = await launchChromium({
    withSound: true,
    env: card.env,
    args: fakeMicrophone(await codeThatTurns()),
  });
  const context = await browser.newContext({ viewport: { width: 160, height: 90 } });
  const open = async (path) => {
    const page = await context.newPage();
    complaints.push(watchPage(page));
    await page.goto(`${host.http}${path}`);
    return page;
  };
  output = await open('/output/left');
  await output.waitForFunction(() => window.frise !== undefined, { timeout: 60_000 });
  const audio = await open('/audio');
  await audio.getByText('Sound is ready').waitFor({ timeout: 30_000 });
});
after(async () => {
  await browser?.close();
  await host?.stop();
  await card?.stop();
  show?.remove();
  folder?.remove();
});

/** From 10:00:00:00 on, first at its own speed, then fast; the microphone plays it over and over. */
async function codeThatTurns() {
  const slow = await makeLtc(folder.path, { name: 'slow', code: '10:00:00:00', seconds: turnsAt });
  const rest = { name: 'rest', code: `10:00:${turnsAt}:00`, seconds: endsAt - turnsAt };
  const quick = join(folder.path, 'quick.wav');
  await run('sox', [await makeLtc(folder.path, rest), quick, 'speed', String(fast)]);
  const file = join(folder.path, 'turns.wav');
  await run('sox', [slow, quick, file]);
  return file;
}
const reaches = (position) =>
  host.statusWhere(
    (now) => now.clock.locked && Math.abs((now.playbacks[0]?.position ?? -9) - position) < 0.3,
    { seconds: 40 },
  );

for (const [what, from, to] of [
  ['chase', 2, 8],
  ['chase of a code that runs 0.3 % fast', 14, 20],
])
  test(`${what}: a tick is heard where the picture stands`, async () => {
    await assertHeardTogether(
      { card, output },
      what,
      async () => {
        await reaches(from);
        await reaches(to);
      },
      4,
    );
  });

test('no page complained', () => {
  for (const one of complaints) one.check();
});
