import { describe, expect, it } from 'vitest';
import type { MidiReport } from '../../../../core/control/timecode.report.ts';
import { createMtcReader } from '../../../../core/time/mtc/quarter.ts';
import { framesOf } from '../../../../core/time/smpte.ts';
import { openMidiIn } from '../../../../renderer/audio/timecode/midi-in.ts';
import type { MidiPort } from '../../../../renderer/audio/timecode/midi-port.ts';
import { openMtcOut } from '../../../../renderer/audio/timecode/mtc-out.ts';

/** A MIDI port of the test's own: no device exists where tests run. */
const fakePort = () => {
  const devices = new Map<string, { hear: ((bytes: number[], pageMs: number) => void) | null }>();
  const sent: { bytes: number[]; at: number }[] = [];
  let changed: (() => void) | null = null;
  const port: MidiPort = {
    inputs: () =>
      [...devices].map(([name, device]) => ({
        id: name,
        name,
        listen(hear) {
          device.hear = hear;
          return () => (device.hear = null);
        },
      })),
    outputs: () => [{ id: 'out', name: 'Out', send: (bytes, at) => sent.push({ bytes, at }) }],
    onChange(listener) {
      changed = listener;
      return () => (changed = null);
    },
  };
  return {
    port,
    sent,
    plug(name: string) {
      devices.set(name, { hear: null });
      changed?.();
    },
    unplug(name: string) {
      devices.delete(name);
      changed?.();
    },
    play: (name: string, ...bytes: number[]) => devices.get(name)?.hear?.(bytes, 1000),
    isHeard: (name: string) => Boolean(devices.get(name)?.hear),
  };
};
const soon = () => new Promise((done) => setTimeout(done, 15));

describe('MIDI in', () => {
  const open = (device: string) => {
    const fake = fakePort();
    const reports: MidiReport[] = [];
    fake.plug('Launchpad');
    fake.plug('Desk');
    const midi = openMidiIn({
      port: fake.port,
      device,
      showAt: (page) => page / 1000 + 50,
      report: (report) => reports.push(report),
    });
    return { ...fake, reports, midi };
  };
  it('tells messages of all inputs, those of one moment together, with their time; clocks are dropped', async () => {
    const { reports, play } = open('');
    play('Launchpad', 0x90, 60, 127);
    play('Desk', 0xf8);
    play('Desk', 0xb0, 7, 64);
    await soon();
    expect(reports.at(-1)).toMatchObject({
      state: 'listening',
      devices: ['Launchpad', 'Desk'],
      problem: null,
    });
    expect(reports.flatMap(({ messages }) => messages)).toEqual([
      { from: 'Launchpad', bytes: [0x90, 60, 127], at: 51 },
      { from: 'Desk', bytes: [0xb0, 7, 64], at: 51 },
    ]);
  });
  it('listens to the one that is named, says when it is gone, and takes it up again', async () => {
    const { reports, plug, unplug, play, isHeard, midi } = open('launch');
    expect(isHeard('Desk')).toBe(false);
    unplug('Launchpad');
    expect(reports.at(-1)).toMatchObject({ state: 'fault', problem: { code: 'midi-missing' } });
    plug('Launchpad');
    play('Launchpad', 0xc0, 5);
    await soon();
    expect(reports.at(-1)?.messages).toHaveLength(1);
    midi.close();
    expect(isHeard('Launchpad')).toBe(false);
  });
});

describe('MTC out', () => {
  it('is sent ahead, each message for its own instant; a stall is not caught up', () => {
    const { port, sent } = fakePort();
    const placeAt = (page: number) => 1000 + page / 40;
    const mtc = openMtcOut({ port, device: '', rate: '25', placeAt });
    for (let page = 0; page <= 1000; page += 50) mtc.tick(page);
    const reader = createMtcReader();
    const errors = sent.flatMap(({ bytes, at }) => {
      const reading = reader.push(bytes);
      return reading && !reading.isStanding
        ? [framesOf(reading.code, '25') + reading.past - placeAt(at)]
        : [];
    });
    expect(errors.length).toBeGreaterThan(80);
    expect(Math.max(...errors.map(Math.abs))).toBeLessThan(1e-6);
    const before = sent.length;
    expect(before).toBeGreaterThan(100);
    mtc.tick(5000);
    expect(sent.length - before).toBeLessThan(15);
    expect(sent[before]?.bytes).toHaveLength(10);
  });
});
