/** Is what the sound card heard the show's track, at the place where the show stood, as loud as it is? */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../support/processes.mjs';
import { bundledShow } from './app.mjs';
import { level, locate, mono } from './correlate.mjs';

const windowSeconds = 0.5;
const searchSeconds = 0.25;
/** Quieter than this tells nothing. dB of full scale. */
const quietest = -60;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** The bundled show's sound track as mono floats at `rate`, its first `seconds`. */
export async function bundledTrack(folder, rate, seconds) {
  const file = join(folder, 'track.f32');
  const source = join(bundledShow, 'media/soundtrack.ogg');
  const form = ['-t', String(seconds), '-ac', '2', '-ar', String(rate), '-f', 'f32le'];
  await run('ffmpeg', ['-v', 'error', '-i', source, ...form, '-y', file]);
  const bytes = readFileSync(file);
  return mono(new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)));
}

/**
 * Follows the show by its status until `until` seconds.
 * @returns {Promise<number>} when the timeline stood at 0, in milliseconds of `performance.now()`, from the quickest reply
 */
export async function followShow(client, until) {
  let best = { trip: Infinity, zero: 0 };
  await client.statusWhere(
    (now) => now.playbacks[0]?.position > until,
    { seconds: until + 30, everyMs: 50 },
    (now, sentAt, gotAt) => {
      if (gotAt - sentAt >= best.trip || !now.playbacks[0]) return;
      best = { trip: gotAt - sentAt, zero: (sentAt + gotAt) / 2 - now.playbacks[0].position * 1000 };
    },
  );
  return best.zero;
}

/**
 * Windows of the track are looked for around where they must be heard. A machine without a free core drops a sound
 * buffer now and then: most windows must be right, and the middle of them decides.
 * @param {{samples: Float32Array, channels: number, beganAt: number}} heard what was recorded
 * @param {{track: Float32Array, rate: number, zero: number, from: number, to: number}} expected seconds of the track
 * @returns {{offsetMs: number, decibels: number, clear: number, windows: number}}
 */
export function compareSound({ samples, channels, beganAt }, { track, rate, zero, from, to }) {
  const recorded = mono(samples, channels);
  const found = [];
  for (let second = from; second + windowSeconds <= to; second += windowSeconds) {
    const part = track.subarray(Math.round(second * rate), Math.round((second + windowSeconds) * rate));
    if (level(part) < quietest) continue;
    const middle = Math.round(((zero - beganAt) / 1000 + second) * rate);
    const reach = Math.round(searchSeconds * rate);
    const { at, correlation } = locate(recorded, part, middle - reach, middle + reach);
    const loud = level(recorded.subarray(at, at + part.length)) - level(part);
    found.push({ correlation, offsetMs: ((at - middle) / rate) * 1000, loud });
  }
  const clear = found.filter((one) => one.correlation > 0.9);
  return {
    offsetMs: median(clear.map((one) => one.offsetMs)) ?? NaN,
    decibels: median(clear.map((one) => one.loud)) ?? NaN,
    clear: clear.length,
    windows: found.length,
  };
}

/** Within 60 ms of the show's place and within 1 dB, in most windows. */
export function assertSound(heard, expected) {
  const told = compareSound(heard, expected);
  const words = JSON.stringify(told);
  assert.ok(told.windows >= 8, `too little to compare: ${words}`);
  assert.ok(told.clear >= 0.6 * told.windows, `it is not the track: ${words}`);
  assert.ok(Math.abs(told.offsetMs) <= 60, `sound and show are apart: ${words}`);
  assert.ok(Math.abs(told.decibels) <= 1, `the level is off: ${words}`);
  return told;
}
