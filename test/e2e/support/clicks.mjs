/** A show whose sound ticks at known places, and where the ticks were heard. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './app.mjs';

export const rate = 48_000;
/** A tick so many seconds into each second. */
export const tickAt = 0.25;
const seconds = 24;
const tickSeconds = 0.004;
/** Louder than this begins a tick; none follows within so many seconds. */
const heardAbove = 0.1;
const apart = 0.3;

/** A mono WAV of 16 bits. */
export function wav(samples) {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + 2 * samples.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(2 * rate, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(2 * samples.length, 40);
  const data = Buffer.alloc(2 * samples.length);
  samples.forEach((one, index) => data.writeInt16LE(Math.round(one * 32_767), 2 * index));
  return Buffer.concat([header, data]);
}
const ticking = () =>
  Float64Array.from({ length: seconds * rate }, (_, index) => {
    const into = (index / rate) % 1;
    return into >= tickAt && into < tickAt + tickSeconds
      ? 0.6 * Math.sin(2 * Math.PI * 3000 * (into - tickAt) + Math.PI / 2)
      : 0;
  });

/** Two beats of a bass drum a second over a quiet hum. */
export const beating = () =>
  Float64Array.from({ length: 20 * rate }, (_, index) => {
    const into = (index / rate) % 0.5;
    const hum = 0.002 * Math.sin((2 * Math.PI * 440 * index) / rate);
    return hum + 0.6 * Math.exp(-20 * into) * Math.sin(2 * Math.PI * 70 * into);
  });

/** A continuous tone: a gap in it is a gap in what plays. */
const humming = () =>
  Float64Array.from(
    { length: seconds * rate },
    (_, index) => 0.3 * Math.sin((2 * Math.PI * 440 * index) / rate),
  );

const cue = (number, position, arrive) => ({
  number,
  name: { fr: number, en: number },
  at: { timeline: 'timeline:main', position },
  arrive,
});
const soundClip = (media) => ({
  name: media,
  layer: 'sound',
  start: 0,
  duration: seconds,
  parameters: { media: `media:${media}` },
});

/** The tiny show, 24 s long: it ticks, at 20 it loops back to 18 until GO; the overlay `hum` hums. */
export function soundShow(records = {}) {
  const path = mkdtempSync(join(tmpdir(), 'frise-ticks-'));
  cpSync(join(root, 'test/fixtures/shows/tiny'), path, { recursive: true });
  writeFileSync(join(path, 'media/tick.wav'), wav(ticking()));
  writeFileSync(join(path, 'media/hum.wav'), wav(humming()));
  const file = join(path, 'show.json');
  const show = JSON.parse(readFileSync(file, 'utf8'));
  const kept = Object.entries(show.records).filter(([id]) => !/^(cue|trigger):/.test(id));
  show.records = {
    ...Object.fromEntries(kept),
    'timeline:main': { ...show.records['timeline:main'], duration: seconds },
    'track:sound': { name: 'Sound', muted: false },
    'media:tick': { path: 'media/tick.wav', kind: 'sound', duration: seconds },
    'clip:tick': soundClip('tick'),
    'cue:start': cue('1', 0, { kind: 'pass' }),
    'cue:loop': cue('2', 20, { kind: 'loop', from: 18 }),
    'timeline:hum': { name: 'Hum', duration: seconds },
    'track:hum': { name: 'Hum', muted: false },
    'media:hum': { path: 'media/hum.wav', kind: 'sound', duration: seconds },
    'clip:hum': soundClip('hum'),
    ...records,
  };
  show.order['timeline:main'] = [...show.order['timeline:main'], 'track:sound'];
  show.order['track:sound'] = ['clip:tick'];
  show.order['timeline:hum'] = ['track:hum'];
  show.order['track:hum'] = ['clip:hum'];
  writeFileSync(file, JSON.stringify(show));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Seconds into the recording at which ticks begin, one channel of interleaved samples. */
export function ticksIn(samples, channels) {
  const found = [];
  for (let frame = 0; frame * channels < samples.length; frame += 1) {
    if (Math.abs(samples[frame * channels]) < heardAbove) continue;
    if (found.length === 0 || frame / rate - found.at(-1) > apart) found.push(frame / rate);
  }
  return found;
}

/** An output page’s show clock less this process’s `performance.now()`, seconds, from the quickest of some round trips. */
export async function offsetOf(page, turns = 40) {
  let best = { trip: Infinity, offset: 0 };
  for (let turn = 0; turn < turns; turn += 1) {
    const sentAt = performance.now();
    const there = await page.evaluate(() => window.frise.now());
    const trip = performance.now() - sentAt;
    if (trip < best.trip) best = { trip, offset: there - (sentAt + trip / 2) / 1000 };
  }
  return best.offset;
}

/** Seconds between a tick and the frame that tells where the picture stood: a busy machine draws few. */
const near = 3;

/**
 * Where the picture stood when a tick was heard, less where the tick is in the sound: positive, the sound is late.
 * @param {{clock: number, position: number | null}[]} log of an output
 * @param {number} clock show clock at which the tick was heard
 * @returns {number | null} milliseconds; null where no frame tells
 */
export function lateness(log, clock) {
  const last = log.findLast((one) => one.clock <= clock);
  // A lap is whole seconds and does not matter.
  if (!last || last.position === null || clock - last.clock > near) return null;
  const off = last.position + clock - last.clock - tickAt;
  return 1000 * (off - Math.round(off));
}
