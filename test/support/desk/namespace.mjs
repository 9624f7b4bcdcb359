/**
 * A network of its own with nothing but loopback: what programs broadcast by themselves stays in it. Needs root, as the
 * other network tests do.
 */
import { run } from '../processes.mjs';

let serial = 0;

export async function makeNamespace() {
  const name = `frise-desk-${process.pid}-${(serial += 1)}`;
  const inside = (...args) => run('ip', ['netns', 'exec', name, 'ip', ...args], { seconds: 10 });
  await run('ip', ['netns', 'add', name], { seconds: 10 });
  try {
    await inside('link', 'set', 'lo', 'up');
    await inside('addr', 'del', '127.0.0.1/8', 'dev', 'lo');
    await inside('addr', 'add', '127.0.0.1/8', 'brd', '127.255.255.255', 'dev', 'lo');
  } catch (error) {
    await run('ip', ['netns', 'del', name], { check: false, seconds: 10 });
    throw error;
  }
  return {
    /** The command that runs another one in it. */
    command: (program, ...args) => ['ip', ['netns', 'exec', name, program, ...args]],
    remove: () => run('ip', ['netns', 'del', name], { check: false, seconds: 10 }),
  };
}
