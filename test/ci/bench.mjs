/**
 * Stage `bench`: the measurements that need no page, as ratios in one run. What is a fifth slower than what is committed is
 * said; what is `slack` times as slow, in the middle of three runs, fails. By hand it is 1.5 times (`npx frise bench`);
 * here the machine is another one each time, and its references move by as much.
 */
import { join } from 'node:path';
import { tell } from './tell.mjs';
import { root } from './tree.mjs';

const slack = 3;
const measured = 'frame,peers,show';

export async function bench(say) {
  const command = ['bench', '--only', measured, '--slack', String(slack), '--json'];
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
