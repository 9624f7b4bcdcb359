import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { midiText, oscOfMidi } from '../../../../core/control/midi/message.ts';
import { isForUs, readMsc, verbOfMsc } from '../../../../core/control/midi/msc.ts';

/** Messages to the letter of RP-002 and of desks' manuals. */
const bytesOf = (hex: string) => hex.split(' ').map((each) => Number.parseInt(each, 16));
const verbOf = (hex: string) => {
  const message = readMsc(bytesOf(hex));
  return message && verbOfMsc(message.command);
};

describe('MIDI Show Control', () => {
  it.each([
    [
      'GO 91.5 of list 12, both endings',
      'F0 7F 01 02 01 01 39 31 2E 35 00 31 32 00 F7',
      'cue/go',
      { cue: '91.5' },
    ],
    ['… without the last 00', 'F0 7F 01 02 01 01 39 31 2E 35 00 31 32 F7', 'cue/go', { cue: '91.5' }],
    ['GO 1 without a list', 'F0 7F 7F 02 7F 01 31 F7', 'cue/go', { cue: '1' }],
    ['GO 1 ended by 00', 'F0 7F 7F 02 01 01 31 00 F7', 'cue/go', { cue: '1' }],
    ['GO alone', 'F0 7F 00 02 01 01 F7', 'go', {}],
    ['GO alone ended by 00', 'F0 7F 00 02 01 01 00 F7', 'go', {}],
    ['GO of the next in list 2', 'F0 7F 00 02 01 01 00 32 F7', 'go', {}],
    ['STOP', 'F0 7F 7F 02 01 02 F7', 'pause', {}],
    ['STOP 5', 'F0 7F 7F 02 01 02 35 F7', 'pause', {}],
    ['RESUME', 'F0 7F 7F 02 01 03 F7', 'resume', {}],
    [
      'TIMED_GO 7 in 2.5 s at 30',
      'F0 7F 7F 02 01 04 60 00 02 0F 00 37 F7',
      'cue/go',
      { cue: '7', fade: 2.5 },
    ],
    ['TIMED_GO in 61 s at 25', 'F0 7F 7F 02 01 04 20 01 01 00 00 F7', 'go', { fade: 61 }],
    ['LOAD 12', 'F0 7F 7F 02 01 05 31 32 F7', 'standby', { cue: '12' }],
    ['ALL_OFF', 'F0 7F 7F 02 01 08 F7', 'blackout', { on: true }],
    ['RESTORE', 'F0 7F 7F 02 01 09 F7', 'blackout', { on: false }],
    ['RESET', 'F0 7F 7F 02 01 0A F7', 'reset', {}],
  ])('%s', (_name, hex, verb, args) => {
    expect(verbOf(hex)).toEqual({ verb, args });
  });
  it.each([
    ['SET', 'F0 7F 7F 02 01 06 01 00 7F 00 F7'],
    ['FIRE', 'F0 7F 7F 02 01 07 05 F7'],
    ['a cue that is no number', 'F0 7F 7F 02 01 01 41 F7'],
    ['no end', 'F0 7F 7F 02 01 01 31'],
    ['a status byte inside', 'F0 7F 7F 02 01 01 90 F7'],
    ['machine control', 'F0 7F 7F 06 02 F7'],
    ['a TIMED_GO without its time', 'F0 7F 7F 02 01 04 60 00 F7'],
  ])('%s asks for nothing', (_name, hex) => {
    expect(verbOf(hex)).toBeNull();
  });
  it('is for its device, for all devices, and for its format', () => {
    const go = readMsc(bytesOf('F0 7F 05 02 01 01 F7'));
    const all = readMsc(bytesOf('F0 7F 7F 02 7F 01 F7'));
    if (!go || !all) throw new Error('unread');
    expect(isForUs(go, { device: 5, format: 1 })).toBe(true);
    expect(isForUs(go, { device: 6, format: 1 })).toBe(false);
    expect(isForUs(go, { device: 5, format: 16 })).toBe(false);
    expect(isForUs(go, { device: null, format: null })).toBe(true);
    expect(isForUs(all, { device: 6, format: 16 })).toBe(true);
  });
  test.prop([fc.uint8Array({ maxLength: 40 }), fc.boolean()])(
    'bytes of any kind do no harm',
    (bytes, framed) => {
      const given = framed ? [0xf0, 0x7f, 1, 2, 1, ...bytes, 0xf7] : [...bytes];
      expect(() => {
        const message = readMsc(given);
        if (message) verbOfMsc(message.command);
        oscOfMidi(given);
        midiText(given);
      }).not.toThrow();
    },
  );
});

describe('channel messages', () => {
  it.each([
    ['90 3C 7F', '/note/1/60', 1],
    ['90 3C 00', '/note/1/60', 0],
    ['8F 3C 40', '/note/16/60', 0],
    ['B2 07 7F', '/control/3/7', 1],
    ['C0 05', '/program/1', 5],
  ])('%s', (hex, address, value) => {
    expect(oscOfMidi(bytesOf(hex))).toMatchObject({ address, args: [{ value }] });
  });
  it.each(['90 3C', '90 80 00', 'C0', 'E0 00 40', 'F8', 'F0 7F F7', 'C0 05 06'])('%s is none', (hex) => {
    expect(oscOfMidi(bytesOf(hex))).toBeNull();
  });
  it('are shown in hex', () => {
    expect(midiText([0x90, 0x3c, 0x05])).toBe('90 3C 05');
    expect(midiText(Array.from({ length: 60 }, () => 1))).toHaveLength(48 * 3 + 1);
  });
});
