import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { COMMANDS, isPjlinkCommand, type Ask } from '../../../../core/control/pjlink/commands.ts';
import {
  isWorthAsking,
  namesToAsk,
  NO_READINGS,
  roundOf,
  withAnswer,
  withoutCommand,
} from '../../../../core/control/pjlink/readings.ts';
import * as read from '../../../../core/control/pjlink/values.ts';

const q = (command: Ask['command'], parameter = '?'): Ask => ({ command, parameter });

describe('values', () => {
  it('power and shutter', () => {
    expect(['0', '1', '2', '3', '4', '', 'on'].map(read.readPower)).toEqual(
      ['off', 'on', 'cooling', 'warming', null, null, null], // in this order
    );
    expect(['30', '31', '10', '11', '20', '21', '3', '41'].map(read.readShutter)).toEqual(
      ['open', 'closed', 'open', 'closed', 'open', 'open', null, null], // 21: the sound alone is off
    );
  });
  it('faults, by their place', () => {
    expect(read.readFaults('000000')).toEqual({});
    expect(read.readFaults('012012')).toEqual({
      lamp: 'warning',
      temperature: 'error',
      filter: 'warning',
      other: 'error',
    });
    expect(['', '00000', '0000000', '300000', '00000x'].map(read.readFaults)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
  it('lamps', () => {
    expect(read.readLamps('1234 1')).toEqual([{ hours: 1234, on: true }]);
    expect(read.readLamps('0 0 99999 1')).toEqual([
      { hours: 0, on: false },
      { hours: 99999, on: true },
    ]);
    expect(
      ['', '1234', '123456 1', '1 2', '-1 1', Array(9).fill('1 1').join(' ')].map(read.readLamps),
    ).toEqual(
      [null, null, null, null, null, null], // nine lamps are more than there can be
    );
  });
  it('inputs', () => {
    expect(read.readInputs('11 3a  31 11 xx 71')).toEqual(['11', '3A', '31']);
    expect(read.readInputs('')).toBeNull();
    expect([read.readInput('3a'), read.readInput('7'), read.readInput('99')]).toEqual(['3A', null, null]);
  });
  it('texts are one line without tricks', () => {
    expect(read.readText('Cour\u0007 d’honneur\u202e \ufffd')).toBe('Cour d’honneur');
    expect(read.readText(' \u0000 ')).toBeNull();
  });
  it('signals and hours', () => {
    expect(['1920x1200', '-', '*', '1920 x 1200'].map(read.readSignal)).toEqual([
      '1920x1200',
      'none',
      null,
      null,
    ]);
    expect(['321', '', '-1', '123456'].map(read.readHours)).toEqual([321, null, null, null]);
  });
  it('a temperature only where the device says that it is one', () => {
    expect(
      [
        'Temp: 41.5 C',
        'FW 1.2, temperature=38',
        'TEMP -3°C',
        'temp 104°F',
        'Version 41 C',
        'Template 12',
        '',
      ].map(read.readTemperature),
    ).toEqual([41.5, 38, -3, null, null, null, null]);
  });
});

describe('readings', () => {
  it('a projector that is not on has no shutter, input or signal', () => {
    const on = [
      [q('POWR'), '1'],
      [q('AVMT'), '31'],
      [q('INPT'), '32'],
      [q('IRES'), '1920x1200'],
    ] as const;
    const now = on.reduce((readings, [ask, body]) => withAnswer(readings, ask, body), NO_READINGS);
    expect(now).toMatchObject({ power: 'on', shutter: 'closed', input: '32', signal: '1920x1200' });
    expect(withAnswer(now, q('POWR'), '2')).toMatchObject({
      power: 'cooling',
      shutter: null,
      input: null,
      signal: null,
    });
    expect(withAnswer(now, q('POWR'), 'banana').power).toBeNull();
  });
  it('nonsense leaves what was known', () => {
    const now = withAnswer(NO_READINGS, q('LAMP'), '12 1');
    expect(withAnswer(now, q('LAMP'), 'soon').lamps).toEqual([{ hours: 12, on: true }]);
  });
  it('asks for what the device has, and no more', () => {
    const laser = withoutCommand(withAnswer(NO_READINGS, q('POWR'), '0'), 'LAMP');
    const asked = roundOf(laser, true).filter((ask) => isWorthAsking(laser, ask));
    expect(asked.map(({ command }) => command)).toEqual([
      'CLSS',
      'POWR',
      'ERST',
      'NAME',
      'INF1',
      'INF2',
      'INFO',
      'INST',
    ]);
    const second = withAnswer({ ...laser, power: 'on' as const, inputs: ['31', '11'] }, q('CLSS'), '2');
    expect(
      roundOf(second, false)
        .filter((ask) => isWorthAsking(second, ask))
        .map(({ command }) => command),
    ).toEqual(
      ['POWR', 'ERST', 'AVMT', 'INPT', 'IRES', 'FILT'], // LAMP is known to be unknown
    );
    expect(namesToAsk(second)).toEqual([q('INNM', '?31'), q('INNM', '?11')]);
    expect(namesToAsk(laser)).toEqual([]);
  });
  it('the temperature is asked for again where there is one', () => {
    const warm = withAnswer(NO_READINGS, q('INFO'), 'Temp 40');
    expect(roundOf(warm, false).at(-1)).toEqual(q('INFO'));
  });
  const commands = Object.keys(COMMANDS).filter(isPjlinkCommand);
  test.prop([fc.constantFrom(...commands), fc.string({ unit: 'binary', maxLength: 130 })])(
    'take any answer to any question',
    (command, body) => {
      const now = withAnswer(NO_READINGS, q(command, command === 'INNM' ? '?31' : '?'), body);
      expect(Object.keys(now)).toEqual(Object.keys(NO_READINGS));
    },
  );
});
