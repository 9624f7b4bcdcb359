/**
 * A sound card that plays into nothing and can be listened to: a PulseAudio of its own with one null sink. What is
 * recorded is what an audience would hear, as 32-bit floats.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { eventually, run, start } from './processes.mjs';

const sink = 'show';
/** What measures must not wait for what is measured; where that is not allowed `nice` goes on without. */
const asInstrument = ['-n', '-15'];
/** Said on both ends, or channels are mixed on the way. */
const positions = [
  'front-left',
  'front-right',
  'rear-left',
  'rear-right',
  'front-center',
  'lfe',
  'side-left',
  'side-right',
];

/**
 * @param {{rate?: number, channels?: number, hasLoop?: boolean}} options
 *   `hasLoop`: what is played can be heard on an input, as through a cable
 * @returns {Promise<{env: {PULSE_SERVER: string}, rate: number, channels: number,
 *   plug(name: string): Promise<{unplug(): Promise<string>}>, pactl(...args: string[]): Promise<string>,
 *   record(seconds: number): Promise<Float32Array>, recording(from?: string): {frames(): number, beganAt(): number, stop(): Promise<Float32Array>}, stop(): Promise<void>}>}
 *   samples are interleaved
 */
export async function startSoundCard({ rate = 48000, channels = 2, hasLoop = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'frise-sound-'));
  const socket = join(folder, 'socket');
  const map = positions.slice(0, channels).join(',');
  // Without it a program asks for two channels, however many the device has.
  const config = join(folder, 'daemon.conf');
  writeFileSync(config, `default-sample-channels = ${channels}\ndefault-channel-map = ${map}\n`);
  const daemon = start(
    'nice',
    [
      ...asInstrument,
      'pulseaudio',
      '--daemonize=no',
      '--exit-idle-time=-1',
      '--use-pid-file=no',
      '--disallow-exit',
      '-n',
      '-L',
      `module-native-protocol-unix socket=${socket} auth-anonymous=1`,
      '-L',
      `module-null-sink sink_name=${sink} rate=${rate} channels=${channels} channel_map=${map}`,
      // Browsers don't list a monitor as an input.
      ...(hasLoop ? ['-L', `module-remap-source master=${sink}.monitor source_name=loop`] : []),
    ],
    { env: { HOME: folder, XDG_RUNTIME_DIR: folder, PULSE_RUNTIME_PATH: folder, PULSE_CONFIG: config } },
  );
  const env = { PULSE_SERVER: `unix:${socket}` };
  const stop = async () => {
    await daemon.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const pactl = async (...args) => (await run('pactl', args, { env })).stdout.trim();
  /** A further device; `set-default` is left as it is. */
  const plug = async (name) => {
    const index = await pactl(
      'load-module',
      'module-null-sink',
      `sink_name=${name}`,
      `rate=${rate}`,
      `channels=${channels}`,
      `channel_map=${map}`,
      `sink_properties=device.description=${name}`,
    );
    return { unplug: () => pactl('unload-module', index) };
  };
  const recording = (from = sink) => {
    const parec = spawn(
      'nice',
      [
        ...asInstrument,
        'parec',
        '-d',
        `${from}.monitor`,
        '--raw',
        '--format=float32le',
        `--rate=${rate}`,
        `--channels=${channels}`,
        `--channel-map=${map}`,
        '--latency-msec=5',
      ],
      {
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    const chunks = [];
    let length = 0;
    let beganAt = Infinity;
    parec.stdout.on('data', (chunk) => {
      chunks.push(chunk);
      length += chunk.length;
      // What came with the least delay tells best when the first sample was heard.
      beganAt = Math.min(beganAt, performance.now() - (length / 4 / channels / rate) * 1000);
    });
    const closed = new Promise((resolve, reject) => {
      parec.once('close', resolve);
      parec.once('error', reject);
    });
    return {
      frames: () => Math.floor(length / 4 / channels),
      /** When the first sample was heard, milliseconds of `performance.now()`; late by at most the recorder's delay. */
      beganAt: () => beganAt,
      async stop() {
        parec.kill('SIGTERM');
        await closed;
        const bytes = Buffer.concat(chunks);
        const whole = bytes.length - (bytes.length % (4 * channels));
        return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + whole));
      },
    };
  };
  try {
    await eventually(
      async () =>
        (await run('pactl', ['list', 'short', 'sinks'], { env, check: false })).stdout.includes(sink),
      { what: 'the sound card' },
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    env,
    rate,
    channels,
    recording,
    plug,
    pactl,
    async record(seconds) {
      const take = recording();
      await eventually(() => take.frames() >= seconds * rate, {
        seconds: seconds + 10,
        everyMs: 20,
        what: `${seconds} s of sound`,
      });
      return (await take.stop()).subarray(0, Math.round(seconds * rate) * channels);
    },
    stop,
  };
}

/** Root mean square of interleaved samples, all channels together. */
export function rms(samples) {
  let sum = 0;
  for (const each of samples) sum += each * each;
  return samples.length === 0 ? 0 : Math.sqrt(sum / samples.length);
}
