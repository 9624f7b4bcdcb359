/** Laying chapters end to end, loudness by EBU R 128 (ffmpeg's ebur128), and the encoding. */
import { spawnSync } from 'node:child_process';

function ffmpeg(args) {
  const done = spawnSync('ffmpeg', ['-hide_banner', '-nostdin', '-y', ...args], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (done.error) throw done.error;
  if (done.status !== 0) throw new Error(`ffmpeg ${args.join(' ')}\n${done.stderr.slice(-2000)}`);
  return done.stderr;
}
/** Sums the parts, each at its second and lifted by its decibels, into one file; tails ring over into the next part. */
export function lay(parts, seconds, out) {
  const inputs = parts.flatMap(({ file }) => ['-i', file]);
  const delays = parts.map(
    ({ at, lift }, index) => `[${index}]volume=${lift}dB,adelay=${Math.round(at * 48_000)}S:all=1[p${index}]`,
  );
  const names = parts.map((_, index) => `[p${index}]`).join('');
  const graph = `${delays.join(';')};${names}amix=inputs=${parts.length}:normalize=0:duration=longest,atrim=0:${seconds}[out]`;
  ffmpeg([...inputs, '-filter_complex', graph, '-map', '[out]', '-c:a', 'pcm_f32le', out]);
}
/** Integrated loudness in LUFS and true peak in dBTP. */
export function measure(file, before = 'anull') {
  const said = ffmpeg(['-i', file, '-af', `${before},ebur128=peak=true`, '-f', 'null', '-']);
  const summary = said.slice(said.lastIndexOf('Summary:'));
  const number = (pattern) => Number(pattern.exec(summary)?.[1] ?? Number.NaN);
  return { loudness: number(/I:\s+(-?[\d.]+) LUFS/), peak: number(/Peak:\s+(-?[\d.]+) dBFS/) };
}
const chain = (gain) =>
  `volume=${gain.toFixed(2)}dB,aresample=192000,alimiter=limit=0.78:attack=2:release=60:level=false,aresample=48000`;
/** The gain in dB that brings a file to a loudness, the limiter's loss included. */
export function level(file, target) {
  let gain = target - measure(file).loudness;
  for (let round = 0; round < 2; round += 1) gain += target - measure(file, chain(gain)).loudness;
  return { gain };
}
export function encode(file, out, { gain, seconds, bitrate }) {
  const length = seconds === null ? [] : ['-t', String(seconds)];
  ffmpeg([
    '-i',
    file,
    '-af',
    chain(gain),
    ...length,
    '-c:a',
    'libopus',
    '-b:a',
    bitrate,
    '-vbr',
    'on',
    '-bitexact',
    out,
  ]);
  const { loudness, peak } = measure(out);
  console.error(`${out}: ${loudness} LUFS, ${peak} dBTP, gain ${gain.toFixed(1)} dB`);
}
