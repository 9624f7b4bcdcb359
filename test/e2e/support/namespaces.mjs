/**
 * Two machines on a cable, made of network namespaces: what is said between them is a real network to both, with
 * addresses of its own and nothing else on it. Needs the rights of root, as the test machines have.
 */
import { run } from '../../support/processes.mjs';

const ip = (...args) => run('ip', args, { seconds: 10 });

/** @returns {Promise<{show: {name: string, address: string}, guest: {name: string, address: string}, plug(isIn: boolean): Promise<unknown>, replaceCards(): Promise<void>, remove(): Promise<void>}>} */
export async function twoMachines() {
  const key = `frise${process.pid}`;
  const machines = [
    { name: `${key}a`, address: '10.77.0.1' },
    { name: `${key}b`, address: '10.77.0.2' },
  ];
  const remove = async () => {
    for (const { name } of machines) await run('ip', ['netns', 'del', name], { check: false });
  };
  try {
    for (const { name } of machines) await ip('netns', 'add', name);
    const [a, b] = machines;
    for (const { name } of machines) await ip('-n', name, 'link', 'set', 'lo', 'up');
    const wires = [`${key}va`.slice(-15), `${key}vb`.slice(-15)];
    const lay = async () => {
      const peer = ['peer', 'name', wires[1], 'netns', b.name];
      await ip('link', 'add', wires[0], 'netns', a.name, 'type', 'veth', ...peer);
      for (const [index, { name, address }] of machines.entries()) {
        await ip('-n', name, 'addr', 'add', `${address}/24`, 'dev', wires[index]);
        await ip('-n', name, 'link', 'set', wires[index], 'up');
      }
    };
    await lay();
    /** A network card that is pulled out of its socket, and one that is put in: another one to the system. */
    const replaceCards = async () => {
      await ip('-n', a.name, 'link', 'del', wires[0]);
      await lay();
    };
    const plug = (isIn) => ip('-n', a.name, 'link', 'set', wires[0], isIn ? 'up' : 'down');
    return { show: a, guest: b, plug, replaceCards, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** A Node program on one of them; it prints one line of JSON. */
export async function onMachine({ name }, file, ...args) {
  const { stdout } = await run('ip', ['netns', 'exec', name, process.execPath, file, ...args.map(String)], {
    seconds: 60,
  });
  return JSON.parse(stdout.trim().split('\n').at(-1));
}
