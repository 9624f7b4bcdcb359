/**
 * A real X server with N monitors and a window manager, without a graphics card: Xorg's dummy driver. Monitors have
 * names, as projectors do, and can be unplugged and plugged again. Each call takes a display number of its own.
 */
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { eventually, run, start } from './processes.mjs';

const rigging = join(import.meta.dirname, 'rigging');

/** Two columns, filled row by row. */
const place = (index, width, height) => `${(index % 2) * width}x${Math.floor(index / 2) * height}`;

/**
 * @param {{count?: number, size?: string, names?: string[]}} options `size` is WxH of each monitor.
 * @returns {Promise<{display: string, env: {DISPLAY: string}, width: number, height: number, count: number,
 *   unplug(index: number): Promise<void>, plug(index: number): Promise<void>,
 *   swapCables(a: number, b: number): Promise<void>, screenshot(file: string): Promise<void>,
 *   xdotool(...args: string[]): Promise<string>, stop(): Promise<void>}>}
 */
export async function startDisplays({ count = 2, size = '640x360', names = [] } = {}) {
  const [width, height] = size.split('x').map(Number);
  const frame = ['--fb', `${width * Math.min(count, 2)}x${height * Math.ceil(count / 2)}`];
  const xorg = start(
    'Xorg',
    [
      '-displayfd',
      '3',
      '-config',
      join(rigging, 'dummy.conf'),
      '-noreset',
      '-novtswitch',
      '-sharevts',
      '-logfile',
      '/dev/null',
      '-nolisten',
      'tcp',
    ],
    { extraPipe: true },
  );
  let manager = null;
  const stop = async () => {
    await manager?.stop();
    await xorg.stop();
  };
  try {
    const display = await xorg.until((said) => /^(\d+)\n/.exec(said.extra)?.[1], {
      seconds: 20,
      what: 'the X server',
    });
    const env = { DISPLAY: `:${display}`, WAYLAND_DISPLAY: '' };
    const xrandr = (...args) => run('xrandr', args, { env, seconds: 10 });
    const shown = (index) => [
      '--output',
      `DUMMY${index}`,
      '--mode',
      size,
      '--pos',
      place(index, width, height),
    ];

    await eventually(() => xrandr(), { what: `display :${display}` });
    const known = (await xrandr()).stdout;
    if (!known.includes(` ${size} `)) await xrandr('--newmode', size, ...timing(width, height));
    for (let index = 0; index < count; index++)
      await run('xrandr', ['--addmode', `DUMMY${index}`, size], { env, seconds: 10, check: false });
    const all = Array.from({ length: count }, (_, index) => index);
    const pluggedIn = new Set(all);
    /** All of them in one go: xrandr pushes what is left into the corner when a row is gone. */
    const arrange = () =>
      xrandr(
        ...frame,
        ...all.flatMap((index) =>
          pluggedIn.has(index) ? shown(index) : ['--output', `DUMMY${index}`, '--off'],
        ),
      );
    await arrange();
    await xrandr('--output', 'DUMMY0', '--primary');
    manager = start('openbox', ['--sm-disable'], { env });
    /** Which projector is at the other end of each port's cable. */
    const cables = [...all];
    const name = (index) => {
      const projector = cables[index];
      const words = [`DUMMY${index}`, names[projector] ?? `PROJ-${projector}`, String(1000 + projector)];
      return run('/usr/bin/python3', [join(rigging, 'name_monitor.py'), ...words], { env });
    };
    for (let index = 0; index < count; index++) await name(index);
    await eventually(async () => (await run('xdotool', ['get_desktop'], { env, check: false })).code === 0, {
      what: 'the window manager',
    });
    return {
      display: `:${display}`,
      env,
      width,
      height,
      count,
      unplug: async (index) => {
        pluggedIn.delete(index);
        await arrange();
        await delay(100);
      },
      plug: async (index) => {
        pluggedIn.add(index);
        await arrange();
        await delay(100);
      },
      /** Out, each into the other's port, in: a projector keeps its EDID, the desktop its order of ports. */
      swapCables: async (a, b) => {
        pluggedIn.delete(a);
        pluggedIn.delete(b);
        await arrange();
        [cables[a], cables[b]] = [cables[b], cables[a]];
        await name(a);
        await name(b);
        pluggedIn.add(a).add(b);
        await arrange();
        await delay(100);
      },
      screenshot: async (file) => {
        await run('import', ['-window', 'root', file], { env });
      },
      xdotool: async (...args) => (await run('xdotool', args, { env, seconds: 20 })).stdout.trim(),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A mode of any size at about 60 Hz: the dummy driver takes whatever blanking it is given. */
function timing(width, height) {
  const [lineTotal, frameTotal] = [width + 160, height + 30];
  const clock = ((lineTotal * frameTotal * 60) / 1e6).toFixed(2);
  return [clock, width, width + 48, width + 80, lineTotal, height, height + 3, height + 8, frameTotal].map(
    String,
  );
}
