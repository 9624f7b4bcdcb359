import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { COMMANDS, encodeAsk, isPjlinkCommand } from '../../../../core/control/pjlink/commands.ts';
import { MAX_LINE, readLine } from '../../../../core/control/pjlink/line.ts';

describe('what is asked', () => {
  it.each([
    [{ command: 'POWR', parameter: '1' }, 1, '%1POWR 1'],
    [{ command: 'AVMT', parameter: '31' }, 2, '%1AVMT 31'],
    [{ command: 'ERST', parameter: '?' }, 2, '%1ERST ?'],
    [{ command: 'INPT', parameter: '31' }, 1, '%1INPT 31'],
    [{ command: 'INPT', parameter: '3A' }, 2, '%2INPT 3A'],
    [{ command: 'INST', parameter: '?' }, 2, '%2INST ?'],
    [{ command: 'FREZ', parameter: '1' }, 2, '%2FREZ 1'],
    [{ command: 'INNM', parameter: '?31' }, 2, '%2INNM ?31'],
    [{ command: 'SVOL', parameter: '0' }, 2, '%2SVOL 0'],
    // Not in this class, or not of this command.
    [{ command: 'FREZ', parameter: '1' }, 1, null],
    [{ command: 'POWR', parameter: '2' }, 2, null],
    [{ command: 'ERST', parameter: '0' }, 2, null],
    [{ command: 'INPT', parameter: '31\r%1POWR 0' }, 2, null],
    [{ command: 'INNM', parameter: '?' }, 2, null],
  ] as const)('%j to class %d', (ask, device, text) => {
    expect(encodeAsk(ask, device)).toBe(text);
  });
  it('knows the 22 commands of the two classes', () => {
    expect(Object.keys(COMMANDS)).toHaveLength(22);
    expect(isPjlinkCommand('toString')).toBe(false);
  });
});

describe('what is said', () => {
  it.each([
    ['PJLINK 0', { kind: 'greeting', random: null }],
    ['PJLINK 1 498e4a67', { kind: 'greeting', random: '498e4a67' }],
    ['pjlink 1 498E4A67 ', { kind: 'greeting', random: '498E4A67' }],
    ['PJLINK ERRA', { kind: 'locked' }],
    ['%1POWR=ERRA', { kind: 'locked' }],
    ['%1POWR=OK', { kind: 'reply', command: 'POWR', body: 'OK' }],
    ['%1NAME=', { kind: 'reply', command: 'NAME', body: '' }],
    ['\0 %2powr = 1 ', { kind: 'reply', command: 'POWR', body: '1' }],
    ['%1NAME=a=b %', { kind: 'reply', command: 'NAME', body: 'a=b %' }],
    ['%1LAMP=ERR1', { kind: 'error', command: 'LAMP', error: 'undefined' }],
    ['%1INPT=err2', { kind: 'error', command: 'INPT', error: 'parameter' }],
    ['%1POWR=ERR3', { kind: 'error', command: 'POWR', error: 'unavailable' }],
    ['%1AVMT=ERR4', { kind: 'error', command: 'AVMT', error: 'failure' }],
    ['', { kind: 'blank' }],
    [' \n', { kind: 'blank' }],
    ['PJLINK', { kind: 'noise' }],
    ['PJLINK 0 12345678', { kind: 'noise' }],
    ['PJLINK 1', { kind: 'noise' }],
    ['PJLINK 1 zzzzzzzz', { kind: 'noise' }],
    ['PJLINK 2 498e4a67', { kind: 'noise' }],
    ['HTTP/1.1 400 Bad Request', { kind: 'noise' }],
    ['%3POWR=1', { kind: 'noise' }],
    ['%1XXXX=1', { kind: 'noise' }],
    ['%1POWR', { kind: 'noise' }],
  ] as const)('%j', (text, line) => {
    expect(readLine(text)).toEqual(line);
  });
  it('holds to the longest line, CR counted', () => {
    const fits = '%1NAME='.padEnd(MAX_LINE - 1, 'n');
    expect(readLine(fits).kind).toBe('reply');
    expect(readLine(`${fits}n`).kind).toBe('noise');
  });
  test.prop([fc.string({ unit: 'binary', maxLength: 400 })])('never throws, whatever comes', (text) => {
    expect(['greeting', 'locked', 'reply', 'error', 'blank', 'noise']).toContain(readLine(text).kind);
  });
  const commands = Object.keys(COMMANDS).filter(isPjlinkCommand);
  test.prop([
    fc.constantFrom(...commands),
    fc.string({ maxLength: 60 }).map((text) => text.trim()),
    fc.boolean(),
    fc.constantFrom('', ' ', '\n', '\0'),
  ])('finds every reply again, through case and blanks', (command, body, isLower, blank) => {
    const head = `%1${command}`;
    const line = readLine(`${blank}${isLower ? head.toLowerCase() : head}=${body}${blank}`);
    fc.pre(!/^err[1-4a]$/i.test(body));
    expect(line).toEqual({ kind: 'reply', command, body });
  });
});
