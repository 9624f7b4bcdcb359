import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The station's folder: the owner token, and the promise that one host alone uses it. */
export const ownerToken = (folder: string): string => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'owner-token');
  if (existsSync(file)) {
    const kept = readFileSync(file, 'utf8').trim();
    if (kept.length >= 32) return kept;
  }
  const token = randomBytes(24).toString('base64url');
  writeToken(file, token);
  return token;
};
const writeToken = (file: string, token: string): void => {
  writeFileSync(file, `${token}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
};

/** Writes it again where its folder was deleted. */
export const keepOwnerToken = (folder: string, token: string): void => {
  const file = join(folder, 'owner-token');
  if (existsSync(file)) return;
  try {
    mkdirSync(folder, { recursive: true });
    writeToken(file, token);
  } catch {
    // The disk refuses; the session and the journal say so.
  }
};

/** Compares in constant time. */
export const isToken = (expected: string, given: string | null): boolean => {
  if (given === null) return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(expected), digest(given));
};

/**
 * Held by a listening local socket, since the system lets go of it when the process dies: a file with a process number
 * would outlive a kill. null: another host holds it.
 */
export const lockStation = async (folder: string): Promise<{ release(): void } | null> => {
  mkdirSync(folder, { recursive: true });
  // By whatever links it is reached, one folder is one station.
  const name = `frise-${createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 16)}`;
  const path = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
  // Somebody's TMPDIR may name a folder that nobody made, or that was tidied away under the show.
  mkdirSync(tmpdir(), { recursive: true });
  const server = (await listen(path)) ?? (await retry(path));
  return server === null ? null : { release: () => void server.close() };
};

const retry = async (path: string): Promise<Server | null> => {
  if (await isAlive(path)) return null;
  rmSync(path, { force: true });
  return listen(path);
};

const listen = (path: string): Promise<Server | null> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    server.listen(path, () => {
      server.unref();
      resolve(server);
    });
  });

const isAlive = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path);
    const settle = (alive: boolean) => {
      socket.destroy();
      resolve(alive);
    };
    socket.once('connect', () => settle(true));
    // Only these say that nobody listens; what may not be asked belongs to another account's host.
    socket.once('error', (error: NodeJS.ErrnoException) =>
      settle(error.code !== 'ECONNREFUSED' && error.code !== 'ENOENT'),
    );
  });
