/**
 * The system packages that tests need on Debian. As root they are installed; otherwise the exact command is named and
 * the run fails: a missing program never turns a test off.
 */
import { existsSync } from 'node:fs';
import { spawnSync } from 'node:child_process';

const wanted = {
  pages: ['chromium'],
  desk: ['liblo-tools', 'qlcplus', 'ola'],
  timecode: ['gcc', 'libc6-dev', 'libltc-dev', 'sox'],
  network: ['iproute2', 'openssl'],
  displays: [
    'xserver-xorg-core',
    'xserver-xorg-video-dummy',
    'x11-xserver-utils',
    'openbox',
    'python3-xlib',
    'xdotool',
    'xvfb',
    'imagemagick',
  ],
  sound: ['pulseaudio', 'pulseaudio-utils', 'ffmpeg'],
  electron: [
    'libgtk-3-0',
    'libnss3',
    'libasound2',
    'libgbm1',
    'libxss1',
    'libatk-bridge2.0-0',
    'libcups2',
    'libdrm2',
  ],
  oracle: ['python3-opencv', 'tzdata'],
  faults: ['faketime'],
  tools: ['git'],
};

const programs = {
  chromium: ['chromium', 'FRISE_CHROMIUM'],
  'liblo-tools': ['oscsend'],
  qlcplus: ['qlcplus'],
  ola: ['olad'],
  gcc: ['gcc'],
  sox: ['sox'],
  iproute2: ['ip'],
  openssl: ['openssl'],
  'xserver-xorg-core': ['Xorg'],
  'x11-xserver-utils': ['xrandr'],
  openbox: ['openbox'],
  xdotool: ['xdotool'],
  faketime: ['faketime'],
  xvfb: ['Xvfb'],
  imagemagick: ['import'],
  pulseaudio: ['pulseaudio'],
  'pulseaudio-utils': ['parec'],
  ffmpeg: ['ffmpeg'],
  git: ['git'],
};

const all = Object.values(wanted).flat();

function hasCommand(name) {
  if (process.env[name] !== undefined) return existsSync(process.env[name]);
  return (process.env.PATH ?? '')
    .split(':')
    .some((folder) => folder !== '' && existsSync(`${folder}/${name}`));
}

/** Newer Debian carries the same library under a name that ends in t64. */
function isInstalled(name) {
  const names = [name, `${name}t64`];
  return names.some((each) => {
    const asked = spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Status}', each], { encoding: 'utf8' });
    return (
      asked.status === 0 && asked.stdout.includes('installed') && !asked.stdout.includes('not-installed')
    );
  });
}

function missing() {
  if (hasCommand('dpkg-query'))
    return all.filter((name) => !(programs[name]?.some(hasCommand) ?? false) && !isInstalled(name));
  return Object.keys(programs).filter((name) => !programs[name].some(hasCommand));
}

/**
 * @param {(line: string) => void} say
 * @returns {string[]} what was installed
 */
export function ensurePackages(say) {
  const absent = missing();
  if (absent.length === 0) return [];
  const install = `apt-get install -y --no-install-recommends ${absent.join(' ')}`;
  if (!hasCommand('apt-get'))
    throw new Error(
      `The tests need these programs, and this system has no apt-get: ${absent.join(', ')}. Install them by hand.`,
    );
  if (process.getuid?.() !== 0)
    throw new Error(
      `The tests need system packages that aren't here. Run:\n  sudo apt-get update\n  sudo ${install}`,
    );
  say(`installing ${absent.length} system packages: ${absent.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const [index, command] of ['apt-get update', install].entries()) {
    const [program, ...args] = command.split(' ');
    const done = spawnSync(program, ['-q', ...args], {
      env,
      encoding: 'utf8',
      timeout: 600_000,
      maxBuffer: 1 << 28,
    });
    if (done.status !== 0 && index === 1)
      throw new Error(
        `\`${command}\` failed (${done.status ?? done.signal}):\n${done.stderr}\nRun it by hand, then start again.`,
      );
    if (done.status === 0) say(`${command.split(' ').slice(0, 2).join(' ')}: done`);
  }
  const still = missing();
  if (still.length > 0) throw new Error(`Still missing after the installation: ${still.join(' ')}`);
  return absent;
}
