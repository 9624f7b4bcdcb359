/**
 * The faults that Frise promises to stand, and the figures of those that a test has really caused. A test tells what the
 * public saw (`tellFault`); `npm run faults` runs them all and makes docs/faults.md of it.
 */
import { appendFileSync } from 'node:fs';
import { loadavg } from 'node:os';

/**
 * `most`: the longest gap in ms that is aimed at, of what the public sees or hears; null: the gap is the machine's own.
 * `back`: the longest until what died is at work again.
 */
export const faults = {
  'output-killed': { what: 'An output’s page is killed (SIGKILL)', most: 10_000 },
  'output-hung': { what: 'An output’s page runs in an endless loop', most: 15_000 },
  'output-and-network-killed': {
    what: 'An output’s page is killed, and what fetches its scripts (Chromium’s network service) as it comes back',
    most: 10_000,
  },
  'gpu-killed': { what: 'The GPU process is killed, ten times in a row', most: 5000 },
  'context-lost': { what: 'WebGL loses its context and the system does not give it back', most: 10_000 },
  'shader-endless': { what: 'A shader that never ends', most: 60_000 },
  'audio-killed': { what: 'The sound page is killed', most: 0 },
  'console-killed': { what: 'The console’s page is killed', most: 0 },
  'host-stopped': { what: 'The host stands still for 2 s, then is killed', most: 0 },
  'host-hung': { what: 'The host runs in an endless loop, or stands still', most: 0, back: 15_000 },
  'host-killed': { what: 'The host is killed, with the bundled nine-minute show', most: 0, back: 1000 },
  'main-killed': {
    what: 'Electron’s main process is killed; the packed unit restarts it',
    most: null,
    back: 3000,
  },
  'main-killed-kept': {
    what: 'Electron’s main process is killed; Frise’s own keeper (`--keep`) restarts it',
    most: null,
    back: 3000,
  },
  'second-instance': { what: 'A second instance is started on the same station', most: 0 },
  suspended: { what: 'The whole machine sleeps for 3 s (SIGSTOP, SIGCONT of the tree)', most: 0 },
  'display-unplugged': { what: 'A projector’s cable falls out; the other displays', most: 1000 },
  'sound-device-gone': { what: 'The sound device is unplugged', most: 1000 },
  'media-deleted': { what: 'A media file is deleted while the show plays', most: 0 },
  'media-truncated': { what: 'A film is cut short on the disk while it plays', most: 0 },
  'media-silent': { what: 'Six media files never answer, as on a disk that stalls (pipes)', most: null },
  'show-unplugged': {
    what: 'The show’s folder is gone (a stick, a share), then the host is killed',
    most: null,
    back: 3000,
  },
  'show-corrupted': {
    what: 'show.json is spoilt on the disk, then the machine starts anew',
    most: null,
    back: 3000,
  },
  'station-corrupted': {
    what: 'station.json and the rig are spoilt, then the machine starts anew',
    most: null,
    back: 3000,
  },
  'station-deleted': {
    what: 'The station’s folder is deleted while the show plays, then the machine starts anew',
    most: null,
    back: 3000,
  },
  'station-read-only': {
    what: 'The station’s disk turns read-only, then the host is killed',
    most: null,
    back: 3000,
  },
  'journal-corrupted': {
    what: 'Journal and session are spoilt, then the machine starts anew',
    most: null,
    back: 3000,
  },
  'killed-saving': { what: 'The host is killed while edits are saved, at random instants', most: null },
  'power-cut': { what: 'The power is cut while edits are saved, at every write', most: null },
  'clock-stepped': { what: 'The system clock is stepped by an hour, forth and back', most: 300 },
  'disk-full': { what: 'The disk is full', most: 0 },
  'memory-pressure': { what: 'The host may use no more memory (its limit is drawn to what it has)', most: 0 },
  'converting-killed': { what: 'The host is killed while ffmpeg converts a film for it', most: 0 },
  'port-taken': { what: 'The HTTP or OSC port is taken by another program', most: null },
  'network-card-replaced': {
    what: 'A network card (USB) is pulled out and put back: multicast from the desk',
    most: 0,
    back: 10_000,
  },
  'cable-pulled': { what: 'The network cable to the spare is pulled and put back', most: 0 },
};

/**
 * One run of a fault that has really been caused.
 * @param {keyof typeof faults} id
 * @param {{saw: string, gapMs: number | null, backMs?: number}} told `saw`: what the public saw, in a
 *   few words; `gapMs`: for how long it missed something; `backMs`: until what died was at work again
 */
export function tellFault(id, told) {
  if (!(id in faults)) throw new Error(`${id} is no fault of the list in test/support/faults.mjs`);
  const row = { id, ...told, load: Number(loadavg()[0].toFixed(1)) };
  process.stdout.write(`# fault ${JSON.stringify(row)}\n`);
  const file = process.env['FRISE_FAULTS'];
  if (file) appendFileSync(file, `${JSON.stringify(row)}\n`);
}
