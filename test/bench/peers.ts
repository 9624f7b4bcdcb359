import { createRequire } from 'node:module';
import { join } from 'node:path';
import { decode as nodeOsc } from 'node-osc';
import { fromBuffer as oscMin } from 'osc-min';
import { getResolvedState, resolveTimeline } from 'superfly-timeline';
import { decodePacket } from '../../core/control/osc/packet.ts';
import { encode, makePacket, seeded } from '../fuzz/osc.packets.ts';
import { bigShow, frameCost } from './frame-at.ts';
import { median, mulberry, type Measurement } from './measure.ts';

/**
 * The same work done by others: keyframes by theatre.js and superfly-timeline, OSC by osc, osc-min and node-osc. A ratio
 * below 1 is quicker than they are.
 */
const OBJECTS = 200;
const KEYS = 5;
const SECONDS = 10;
const PROPS = ['x', 'y', 'scale', 'rotation'] as const;
const keyTimes = Array.from({ length: KEYS }, (_, index) => (index * SECONDS) / KEYS);

/** Median of what one look at a random time costs, ms; the first fifth warms up. */
const lookCost = (look: (at: number) => void, looks: number): number => {
  const random = mulberry(7);
  const costs = Array.from({ length: looks }, () => {
    const at = random() * (SECONDS - 1);
    const from = performance.now();
    look(at);
    return performance.now() - from;
  });
  return median(costs.slice(looks / 5));
};

/** What is used of theatre.js. Its own types change the global `Object` for everyone who imports them. */
type Theatre = {
  getProject(id: string, config: object): { ready: Promise<void>; sheet(id: string): Sheet };
  createRafDriver(options: { name: string }): { tick(time: number): void };
  onChange(pointer: unknown, told: () => void, driver: object): unknown;
};
type Sheet = {
  sequence: { position: number };
  object(key: string, props: object): { props: unknown };
};
const theatreOf = (root: string): Theatre => {
  const loaded: unknown = createRequire(join(root, 'package.json'))('@theatre/core');
  return loaded as Theatre;
};

/** theatre.js as a page uses it: every object is listened to, and a tick tells what has changed. */
let theatres = 0;
const theatreCost = async (root: string): Promise<number> => {
  const { getProject, createRafDriver, onChange } = theatreOf(root);
  const keyframes = keyTimes.map((position, index) => ({
    id: `k${index}`,
    position,
    connectedRight: true,
    handles: [0.5, 1, 0.5, 0],
    type: 'bezier',
    value: index,
  }));
  const track = { type: 'BasicKeyframedTrack', keyframes };
  const tracks = {
    trackData: Object.fromEntries(PROPS.map((prop) => [prop, track])),
    trackIdByPropPath: Object.fromEntries(PROPS.map((prop) => [JSON.stringify([prop]), prop])),
  };
  const names = Array.from({ length: OBJECTS }, (_, index) => `object ${index}`);
  const sequence = {
    type: 'PositionalSequence',
    length: SECONDS,
    subUnitsPerUnit: 30,
    tracksByObject: Object.fromEntries(names.map((name) => [name, tracks])),
  };
  const sheetsById = { Bench: { staticOverrides: { byObject: {} }, sequence } };
  const state = { sheetsById, definitionVersion: '0.4.0', revisionHistory: ['bench'] };
  const project = getProject(`Bench ${(theatres += 1)}`, { state });
  const sheet = project.sheet('Bench');
  const driver = createRafDriver({ name: 'bench' });
  let heard = 0;
  for (const name of names) {
    const object = sheet.object(name, { x: 0, y: 0, scale: 1, rotation: 0 });
    onChange(object.props, () => (heard += 1), driver);
  }
  await project.ready;
  let ticks = 0;
  const cost = lookCost((at) => {
    sheet.sequence.position = at;
    driver.tick((ticks += 1));
  }, 50);
  if (heard < OBJECTS * ticks * 0.9) throw new Error(`theatre.js told ${heard} changes in ${ticks} ticks`);
  return cost;
};

/** superfly-timeline resolves once and is asked for the state at a time; its keyframes switch and do not travel. */
const superflyCost = (): number => {
  const content = { x: 0, y: 0, scale: 1, rotation: 0 };
  const objects = Array.from({ length: OBJECTS }, (_, index) => ({
    id: `o${index}`,
    layer: `l${index}`,
    enable: { start: 0, end: SECONDS * 1000 },
    content,
    keyframes: keyTimes.map((start, key) => ({
      id: `o${index}k${key}`,
      enable: { start: start * 1000, duration: (SECONDS * 1000) / KEYS },
      content: Object.fromEntries(PROPS.map((prop) => [prop, key])),
    })),
  }));
  const resolved = resolveTimeline(objects, { time: 0 });
  return lookCost((at) => {
    const { layers } = getResolvedState(resolved, Math.round(at * 1000), 0);
    if (Object.keys(layers).length !== OBJECTS) throw new Error('superfly-timeline lost a layer');
  }, 200);
};

/** What is used of osc (osc.js), which brings no types and opens serial ports in its own entry. */
type OscJs = { readPacket(bytes: Uint8Array, options: object): unknown };
const oscJsOf = (root: string): OscJs => {
  const loaded: unknown = createRequire(join(root, 'package.json'))('osc/src/osc.js');
  return loaded as OscJs;
};

/** Valid packets of every kind, as the differential fuzz makes them. */
const packets = (): Buffer[] => {
  const random = seeded(2018);
  return Array.from({ length: 2000 }, () => encode(makePacket(random)));
};
/** Microseconds a packet, median of rounds. */
const decodeCost = (all: readonly Buffer[], decode: (bytes: Buffer) => unknown): number => {
  const rounds = Array.from({ length: 40 }, () => {
    const from = performance.now();
    for (const bytes of all) {
      try {
        decode(bytes);
      } catch {
        // A packet that this peer does not know costs it what it costs.
      }
    }
    return ((performance.now() - from) * 1000) / all.length;
  });
  return median(rounds.slice(20));
};

export const measurePeers = async (root: string): Promise<Measurement[]> => {
  const keys = frameCost(bigShow(OBJECTS, 1, KEYS * PROPS.length), 2000);
  const [theatre, superfly] = [await theatreCost(root), superflyCost()];
  const all = packets();
  const own = decodeCost(all, decodePacket);
  const min = decodeCost(all, (bytes) => oscMin(bytes));
  const node = decodeCost(all, (bytes) => nodeOsc(bytes));
  const { readPacket } = oscJsOf(root);
  const osc = decodeCost(all, (bytes) => readPacket(bytes, { metadata: true, unpackSingleArgs: false }));
  const what = `frameAt, ${OBJECTS} clips × ${PROPS.length} parameters × ${KEYS} keys, random times`;
  const quicker = { of: 'ratio', most: 1, why: 'no slower than the peer' } as const;
  return [
    {
      name: 'keys-theatre',
      what,
      value: keys,
      unit: 'ms',
      goal: quicker,
      reference: { what: 'theatre.js 0.7, a tick with every object listened to', value: theatre },
      ratio: keys / theatre,
    },
    {
      name: 'keys-superfly',
      what,
      value: keys,
      unit: 'ms',
      goal: quicker,
      reference: { what: 'superfly-timeline 9, the resolved state at a time', value: superfly },
      ratio: keys / superfly,
    },
    {
      name: 'osc-decode',
      what: 'decoding an OSC packet of any kind',
      value: own,
      unit: 'µs',
      goal: quicker,
      reference: { what: 'osc-min 2', value: min },
      ratio: own / min,
      counts: { 'node-osc µs': Number(node.toFixed(2)) },
    },
    {
      name: 'osc-decode-osc',
      what: 'the same',
      value: own,
      unit: 'µs',
      goal: quicker,
      reference: { what: 'osc 2 (osc.js)', value: osc },
      ratio: own / osc,
    },
  ];
};
