/** Time code made by libltc, for end-to-end tests: a WAV file that a browser's fake microphone plays over and over. */
import { join } from 'node:path';
import { run } from './processes.mjs';

/**
 * @param {string} folder where program and file go
 * @param {{name: string, fps?: string, code: string, seconds: number, isDrop?: boolean, decibels?: number}} options
 * @returns {Promise<string>} the file
 */
export async function makeLtc(folder, { name, fps = '25', code, seconds, isDrop = false, decibels = -6 }) {
  const program = join(folder, 'ltcenc');
  await run('gcc', ['-O1', '-o', program, join(import.meta.dirname, 'ltc/ltcenc.c'), '-lltc']);
  const file = join(folder, `${name}.wav`);
  await run(program, [file, fps, code, seconds, 48_000, isDrop ? 1 : 0, decibels].map(String));
  return file;
}

/** Appends silence, so that the code drops out at the end of each round. */
export async function withSilence(file, seconds) {
  const longer = file.replace(/\.wav$/, '-gap.wav');
  await run('sox', [file, longer, 'pad', '0', String(seconds)]);
  return longer;
}

/** Flags of a Chromium whose microphone is that file. */
export const fakeMicrophone = (file) => [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  `--use-file-for-fake-audio-capture=${file}`,
];
