import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Time code made by libltc, the second opinion on ours, and bent by sox: run by a small program of the tests' own. */
export interface LtcMaker {
  folder: string;
  /** A WAV file; `fps` as libltc takes it (25, 29.97 …). */
  make(name: string, options: LtcOptions): string;
  /** A WAV file through sox effects: `bend(file, 'reverse')`. */
  bend(file: string, name: string, ...effects: string[]): string;
  mix(file: string, other: string, name: string): string;
  noise(name: string, seconds: number, decibels: number): string;
  dispose(): void;
}
type LtcOptions = {
  fps: string;
  code: string;
  seconds: number;
  isDrop?: boolean;
  rate?: number;
  decibels?: number;
};

export const openLtcMaker = (): LtcMaker => {
  const folder = mkdtempSync(join(tmpdir(), 'frise-ltc-'));
  const program = join(folder, 'ltcenc');
  execFileSync('gcc', ['-O1', '-o', program, join(import.meta.dirname, 'ltc/ltcenc.c'), '-lltc']);
  const at = (name: string) => join(folder, `${name}.wav`);
  const sox = (...args: string[]) => execFileSync('sox', ['-V1', '-D', ...args]);
  return {
    folder,
    make(name, { fps, code, seconds, isDrop = false, rate = 48_000, decibels = -6 }) {
      const args = [fps, code, seconds, rate, isDrop ? 1 : 0, decibels].map(String);
      execFileSync(program, [at(name), ...args]);
      return at(name);
    },
    bend(file, name, ...effects) {
      sox(file, at(name), ...effects);
      return at(name);
    },
    mix(file, other, name) {
      sox('-m', '-v', '1', file, '-v', '1', other, at(name));
      return at(name);
    },
    noise(name, seconds, decibels) {
      sox('-R', '-n', '-r', '48000', '-b', '16', '-c', '1', at(name), 'synth', String(seconds), 'whitenoise', 'vol', `${decibels}dB`); // prettier-ignore
      return at(name);
    },
    dispose: () => existsSync(folder) && rmSync(folder, { recursive: true }),
  };
};

/** Samples of a mono 16-bit WAV file, −1…1. */
export const samplesOf = (file: string): Float32Array => {
  const bytes = readFileSync(file);
  const data = bytes.indexOf('data') + 8;
  return Float32Array.from({ length: (bytes.length - data) >> 1 }, (_, index) => bytes.readInt16LE(data + 2 * index) / 32_768); // prettier-ignore
};
