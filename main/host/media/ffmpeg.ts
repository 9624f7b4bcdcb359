import { execFile, spawn } from 'node:child_process';
import { availableParallelism, constants, setPriority } from 'node:os';
import { delimiter } from 'node:path';
import { createInterface } from 'node:readline';
import { CODING, type Conversion } from '../../../core/media/convert.ts';
import { messages } from '../../../core/messages.ts';
import { fail, ok, type Result } from '../../../core/result.ts';

/**
 * The ffmpeg of this machine, for films that nobody's browser plays. It reads a stranger's file: nothing but that file,
 * by containers that are known, none of which names other files; and it must not cost the show that may be playing.
 */
type Work = {
  what: Conversion['what'];
  source: string;
  target: string;
  /** 0–1, of a file that tells how long it is. */
  progress(share: number): void;
  /** It runs, as the process of this number. */
  started(pid: number): void;
  /** Asked while it writes: bytes that may still be written. Never fails. */
  room(): Promise<number>;
  signal: AbortSignal;
};

/** A program that was started from a desktop knows little of where others are. */
const places = ['/usr/local/bin', '/opt/homebrew/bin', '/opt/local/bin'];
const env = {
  ...process.env,
  LC_ALL: 'C',
  PATH: [process.env['PATH'] ?? '', ...(process.platform === 'win32' ? [] : places)].join(delimiter),
};
const CONTAINERS =
  'mov matroska avi mxf mpeg mpegvideo mpegts asf flv dv ogg gif wav w64 mp3 flac aiff caf ac3 aac ' +
  'png_pipe jpeg_pipe webp_pipe bmp_pipe tiff_pipe psd_pipe exr_pipe dpx_pipe j2k_pipe hdr_pipe';
const QUIET = ['-hide_banner', '-nostdin', '-nostats', '-progress', 'pipe:1'];
const CLOSED = ['-protocol_whitelist', 'file', '-format_whitelist', CONTAINERS.replaceAll(' ', ',')];
/** Of one picture: the encoder of a film holds sixty of them, and a file of a megabyte can be one of gigabytes. */
const mostPixels = (what: Conversion['what']): string => (what === 'png' ? '100000000' : '40000000');
const leastRoom = 2 ** 20;
const kept = 12;

/** `5.1.9`; null: there is none. */
export const ffmpegVersion = (): Promise<string | null> =>
  new Promise((resolve) => {
    execFile('ffmpeg', ['-version'], { env, timeout: 5000, windowsHide: true }, (_error, said) =>
      resolve(/^ffmpeg version (\S+)/.exec(said)?.[1] ?? null),
    );
  });

/** Seconds that the file says it lasts, from a line of what ffmpeg says; null: not in it. */
export const durationIn = (line: string): number | null => {
  const [, hours, minutes, seconds] = /Duration: (\d+):(\d\d):(\d\d(?:\.\d+)?)/.exec(line) ?? [];
  return hours === undefined ? null : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
};
/** Seconds that are written, from a line of `-progress`; null: not in it. */
export const writtenIn = (line: string): number | null => {
  const [, microseconds] = /^out_time_us=(\d+)$/.exec(line) ?? [];
  return microseconds === undefined ? null : Number(microseconds) / 1e6;
};

/** Codes: `convert-missing`, `convert-failed`, `media-disk-full`, `upload-cancelled`. What was begun is left to its owner. */
export const runFfmpeg = ({
  what,
  source,
  target,
  progress,
  started,
  room,
  signal,
}: Work): Promise<Result<null>> =>
  new Promise((resolve) => {
    const threads = String(Math.max(1, Math.floor(availableParallelism() / 2)));
    const coding = ['-threads', threads, ...CODING[what].options.split(' ')];
    const limits = ['-max_pixels', mostPixels(what)];
    const child = spawn('ffmpeg', [...QUIET, ...CLOSED, ...limits, '-i', source, ...coding, target], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let isFull = false;
    let total: number | null = null;
    const said: string[] = [];
    const stop = (): void => void child.kill('SIGKILL');
    const look = async (): Promise<void> => {
      if ((await room()) >= leastRoom) return;
      isFull = true;
      stop();
    };
    const end = (result: Result<null>): void => {
      signal.removeEventListener('abort', stop);
      resolve(result);
    };
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    createInterface({ input: child.stdout }).on('line', (line) => {
      const seconds = writtenIn(line);
      if (seconds !== null && total !== null && total > 0) progress(Math.min(1, seconds / total));
      // The end of what it tells some twice a second.
      if (line.startsWith('progress=')) void look();
    });
    createInterface({ input: child.stderr }).on('line', (line) => {
      total ??= durationIn(line);
      said.push(line);
      if (said.length > kept) said.shift();
    });
    child.on('spawn', () => {
      if (child.pid === undefined) return;
      started(child.pid);
      try {
        setPriority(child.pid, constants.priority.PRIORITY_LOW);
      } catch {
        // Over already, or not allowed: then it runs as others do.
      }
    });
    child.on('error', () => end(fail('convert-missing', messages['convert-missing'].en)));
    child.on('close', (code) => {
      if (signal.aborted) return end(fail('upload-cancelled', messages['upload-cancelled'].en));
      if (isFull) return end(fail('media-disk-full', messages['media-disk-full'].en));
      if (code === 0) return end(ok(null));
      const last = said.findLast((line) => line.trim() !== '') ?? '';
      return end(fail('convert-failed', `${messages['convert-failed'].en} (${withoutPaths(last, source)})`));
    });
  });

/**
 * Ends what a killed host has left at work on a file of this name: it would go on for as long as the film needs, on a
 * disk whose room nobody watches. A number that is another program's by now is let be. Windows has no `ps`: there the
 * file is left to whoever holds it.
 */
export const endLeftOver = (pid: number, name: string): Promise<void> =>
  new Promise((resolve) => {
    execFile('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { env, timeout: 5000 }, (_error, said) => {
      try {
        if (said.includes(name)) process.kill(pid, 'SIGKILL');
      } catch {
        // It has ended meanwhile.
      }
      resolve();
    });
  });

/** The folder on the host's disk is nobody's business. */
const withoutPaths = (line: string, source: string): string =>
  line.replaceAll(source, 'the file').trim().slice(0, 300);
