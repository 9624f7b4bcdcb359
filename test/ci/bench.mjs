/**
 * Stage `bench`: as ratios in one run, what the processor alone decides. What is a fifth slower than what is committed is
 * said; what is over one and a half times, in the middle of three runs, fails. Where the reference is somebody else's
 * program or a walk through memory, which moved by a factor of two from one machine to the next with the code unchanged,
 * three times fails. What also depends on how quickly a machine wakes somebody (OSC, lateness, outputs, starts of pages)
 * is measured by hand: `npx frise bench`.
 */
import { join } from 'node:path';
import { tell } from './tell.mjs';
import { root } from './tree.mjs';

const measured = [
  { groups: 'correction,frame,show', slack: 1.5 },
  { groups: 'peers,rig', slack: 3 },
];

export async function bench(say) {
  const found = { passed: 0, failed: 0, output: '' };
  for (const one of measured) {
    const { passed, failed, output } = await measure(say, one);
    found.passed += passed;
    found.failed += failed;
    found.output += output;
  }
  return found;
}

async function measure(say, { groups, slack }) {
  const command = ['bench', '--only', groups, '--slack', String(slack), '--json'];
  const { code, stdout, stderr } = await tell(
    process.execPath,
    [join(root, 'main/launch/frise.mjs'), ...command],
    { cwd: root },
  );
  const told = stderr.split('\n').filter((line) => / is over .* × /.test(line));
  for (const line of told) say(line.replace(/^frise: /, ''));
  const over = told.filter((line) => line.includes(` over ${slack} × `)).length;
  const count = code === 0 || over > 0 ? JSON.parse(stdout).length : 0;
  const failed = code === 0 ? 0 : Math.max(over, 1);
  return { passed: Math.max(0, count - failed), failed, output: `${stderr}${stdout}` };
}
