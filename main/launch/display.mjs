/** Is there a display that answers? A socket that is only there proves nothing: the server behind it may be gone. */
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { isAbsolute, join } from 'node:path';

const waitMs = 3000;
/** X11's connection set-up: little-endian, protocol 11.0, no authorisation. Any reply, a refusal too, is a live server. */
const greeting = Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

function answers(address, hello) {
  return new Promise((resolve) => {
    const socket = connect(address);
    const finish = (result) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(result);
    };
    const timer = setTimeout(() => finish(false), waitMs);
    socket.once('error', () => finish(false));
    socket.once('connect', () => (hello === null ? finish(true) : socket.write(hello)));
    socket.once('data', () => finish(true));
    socket.once('end', () => finish(false));
  });
}

async function xAnswers(name) {
  const parsed = /^(?:(?:[a-z]+\/)?(.*)):(\d+)(?:\.\d+)?$/.exec(name);
  if (parsed === null) return false;
  const [, host, number] = parsed;
  if (host !== '' && host !== 'unix') return answers({ host, port: 6000 + Number(number) }, greeting);
  const path = `/tmp/.X11-unix/X${number}`;
  if (existsSync(path) && (await answers({ path }, greeting))) return true;
  return answers({ path: `\0${path}` }, greeting);
}

function waylandSocket(name, env) {
  return isAbsolute(name) ? name : join(env.XDG_RUNTIME_DIR ?? '/run/user/0', name);
}

/** @returns {Promise<string | null>} why there is no display, or null when there is one */
export async function noDisplay(env = process.env, platform = process.platform) {
  if (platform === 'win32' || platform === 'darwin') return null;
  const { DISPLAY, WAYLAND_DISPLAY } = env;
  if (!DISPLAY && !WAYLAND_DISPLAY) return 'there is no display (DISPLAY and WAYLAND_DISPLAY are unset)';
  if (WAYLAND_DISPLAY && (await answers({ path: waylandSocket(WAYLAND_DISPLAY, env) }, null))) return null;
  if (DISPLAY && (await xAnswers(DISPLAY))) return null;
  return `the display ${[DISPLAY, WAYLAND_DISPLAY].filter(Boolean).join(' / ')} doesn't answer`;
}
