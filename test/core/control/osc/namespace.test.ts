import { describe, expect, test } from 'vitest';
import { NATIVE, resolveNative } from '../../../../core/control/osc/namespace.ts';
import type { OscArg } from '../../../../core/control/osc/packet.ts';
import { cueOf, float32Decimal, readNumber } from '../../../../core/control/osc/read.ts';
import { isVerb } from '../../../../core/control/verbs.ts';

const i = (value: number): OscArg => ({ type: 'i', value });
const f = (value: number): OscArg => ({ type: 'f', value: Math.fround(value) });
const s = (value: string): OscArg => ({ type: 's', value });
const yes: OscArg = { type: 'T', value: true };
const no: OscArg = { type: 'F', value: false };
const impulse: OscArg = { type: 'I', value: 'impulse' };
const send = (address: string, ...args: OscArg[]) =>
  resolveNative({ kind: 'message', address, args }, (clip, param) => clip === 'title' && param === 'text');
const verb = (name: string, args: object = {}) => ({ kind: 'verb', verb: name, args });

test('every address leads to a verb of the contract', () => {
  const own = new Set(['ping', 'pong', 'error', 'subscribe', 'unsubscribe', 'subscribed', 'unsubscribed']);
  expect(NATIVE.filter(({ verb: name }) => !own.has(name) && !isVerb(name))).toEqual([]);
});

describe('the table of DESIGN §8', () => {
  test.each<[string, OscArg[], object]>([
    ['/frise/go', [], verb('go')],
    ['/FRISE/GO', [], verb('go')],
    ['/frise/go', [i(1)], verb('go')],
    ['/frise/go', [f(1)], verb('go')],
    ['/frise/go', [s('1')], verb('go')],
    ['/frise/go', [yes], verb('go')],
    ['/frise/go', [impulse], verb('go')],
    ['/frise/back', [], verb('back')],
    ['/frise/standby/next', [], verb('standby/next')],
    ['/frise/standby/previous', [i(1)], verb('standby/previous')],
    ['/frise/standby', [i(12)], verb('standby', { cue: '12' })],
    ['/frise/standby', [f(1.1)], verb('standby', { cue: '1.1' })],
    ['/frise/standby', [s('12.50')], verb('standby', { cue: '12.5' })],
    ['/frise/standby', [{ type: 'd', value: 3.25 }], verb('standby', { cue: '3.25' })],
    ['/frise/standby', [{ type: 'h', value: 7n }], verb('standby', { cue: '7' })],
    ['/frise/cue/12.5/go', [], verb('cue/go', { cue: '12.5' })],
    ['/frise/cue/5/go', [f(0.1)], verb('cue/go', { cue: '5', fade: 0.1 })],
    ['/frise/cue/5/go', [i(0)], verb('cue/go', { cue: '5', fade: 0 })],
    ['/frise/cue/go', [s('5'), s('2.5')], verb('cue/go', { cue: '5', fade: 2.5 })],
    ['/frise/pause', [], verb('pause')],
    ['/frise/resume', [], verb('resume')],
    ['/frise/stop', [], verb('stop')],
    ['/frise/panic', [], verb('panic')],
    ['/frise/panic', [i(0)], verb('panic', { seconds: 0 })],
    ['/frise/master', [f(0.3), i(2)], verb('master', { level: 0.3, fade: 2 })],
    ['/frise/sound/fade', [f(0.5)], verb('sound/fade', { level: 0.5 })],
    ['/frise/sound/fade', [i(1), s('2')], verb('sound/fade', { level: 1, seconds: 2 })],
    ['/frise/sound/stop', [], verb('sound/stop', {})],
    ['/frise/sound/stop', [i(3)], verb('sound/stop', { fade: 3 })],
    ['/frise/blackout', [i(1)], verb('blackout', { on: true })],
    ['/frise/blackout', [s('0'), f(1)], verb('blackout', { on: false, fade: 1 })],
    ['/frise/blackout', [no], verb('blackout', { on: false })],
    ['/frise/freeze', [i(1)], verb('freeze', { on: true })],
    ['/frise/freeze', [no], verb('freeze', { on: false })],
    ['/frise/timeline/Stings/start', [f(2)], verb('timeline/start', { id: 'stings', at: 2 })],
    ['/frise/timeline/stings/stop', [], verb('timeline/stop', { id: 'stings' })],
    ['/frise/seek', [s('93.5')], verb('seek', { position: 93.5 })],
    ['/frise/projector/left/power', [i(1)], verb('projector/power', { id: 'left', on: true })],
    ['/frise/projector/All/power', [s('0')], verb('projector/power', { id: 'all', on: false })],
    ['/frise/projector/all/shutter', [f(1)], verb('projector/shutter', { id: 'all', closed: true })],
    ['/frise/projector/tower-2/shutter', [no], verb('projector/shutter', { id: 'tower-2', closed: false })],
    [
      '/frise/clip/dynamo-ring/glowSize',
      [f(0.5)],
      verb('clip/set', { id: 'dynamo-ring', param: 'glowSize', value: 0.5 }),
    ],
    ['/frise/clip/a/b', [s('0.50')], verb('clip/set', { id: 'a', param: 'b', value: 0.5 })],
    ['/frise/clip/a/b', [s('Eiffel')], verb('clip/set', { id: 'a', param: 'b', value: 'Eiffel' })],
    ['/frise/clip/a/b', [yes], verb('clip/set', { id: 'a', param: 'b', value: true })],
    ['/frise/clip/a/b', [f(1), f(0.5)], verb('clip/set', { id: 'a', param: 'b', value: [1, 0.5] })],
    [
      '/frise/clip/a/b',
      [{ type: 'r', value: { red: 255, green: 195, blue: 7, alpha: 0 } }],
      verb('clip/set', { id: 'a', param: 'b', value: '#ffc307' }),
    ],
    ['/frise/release', [], verb('release')],
    ['/frise/release', [s('a'), s('b')], verb('release', { clip: 'a', param: 'b' })],
    ['/frise/reset', [], verb('reset')],
    ['/frise/input/Osc/arm', [i(0)], verb('input/arm', { id: 'osc', armed: false })],
    ['/frise/ping', [], { kind: 'ping' }],
    ['/frise/pong', [], { kind: 'reply' }],
    ['/frise/error', [s('a'), s('b')], { kind: 'reply' }],
    ['/go', [], { kind: 'foreign' }],
    ['/eos/out/event/cue/1/2/fire', [], { kind: 'foreign' }],
  ])('%s (case %#)', (address, args, expected) => {
    expect(send(address, ...args)).toEqual(expected);
  });
});

describe('a button sends 1 and then 0', () => {
  test.each(['/frise/go', '/frise/back', '/frise/pause', '/frise/resume', '/frise/stop', '/frise/reset'])(
    '%s ignores its release',
    (address) => {
      for (const release of [i(0), f(0), s('0'), no])
        expect(send(address, release)).toMatchObject({ kind: 'ignored' });
    },
  );
});

describe('refused with a reason and the address', () => {
  test.each<[string, OscArg[]]>([
    ['/frise/go', [i(1), i(2)]],
    ['/frise/go', [s('now')]],
    ['/frise/standby', []],
    ['/frise/standby', [s('twelve')]],
    ['/frise/standby', [f(NaN)]],
    ['/frise/standby', [i(-1)]],
    ['/frise/standby', [yes]],
    ['/frise/standby', [f(1.123456)]],
    ['/frise/standby', [i(1), i(2)]],
    ['/frise/cue/one/go', []],
    ['/frise/cue/go', []],
    ['/frise/master', []],
    ['/frise/master', [f(Infinity)]],
    ['/frise/master', [s('1e3')]],
    ['/frise/master', [{ type: 'b', value: Uint8Array.of(1) }]],
    ['/frise/blackout', [s('maybe')]],
    ['/frise/timeline/no_name/start', []],
    ['/frise/seek', []],
    ['/frise/clip/a/b', []],
    ['/frise/clip/a/b', Array.from({ length: 17 }, () => i(1))],
    ['/frise/input/osc/arm', []],
    ['/frise/{pause,panic}', []],
    ['/frise/*', []],
  ])('%s (case %#)', (address, args) => {
    expect(send(address, ...args)).toMatchObject({ kind: 'error', code: 'invalid', path: address });
  });
  test('unknown, and wildcards where a number would stand', () => {
    expect(send('/frise/goo')).toMatchObject({ kind: 'unknown' });
    expect(send('/Frise')).toMatchObject({ kind: 'unknown' });
    expect(send('/frise/cue/*/go')).toMatchObject({
      kind: 'unknown',
      message: expect.stringContaining('wildcards'),
    });
    expect(send('/fr?se/g[n-p]')).toEqual(verb('go'));
  });
});

describe('numbers as senders mean them', () => {
  test('the shortest decimal of every float32 finds its way back', () => {
    const view = new DataView(new ArrayBuffer(4));
    for (let n = 0; n < 20_000; n += 1) {
      view.setUint32(0, Math.imul(n, 2_654_435_761));
      const value = view.getFloat32(0);
      const short = float32Decimal(value);
      expect(short === null ? null : Math.fround(short)).toBe(Number.isFinite(value) ? value : null);
    }
    expect([1.1, 12.5, 0.3, 100.25].map((value) => float32Decimal(Math.fround(value)))).toEqual([
      1.1, 12.5, 0.3, 100.25,
    ]);
  });
  test.each([
    ['1.10', '1.1'],
    ['007', '7'],
    ['0', '0'],
    ['0.0', '0'],
    ['12.', '12'],
    ['.5', '0.5'],
    [' 3 ', '3'],
    ['10', '10'],
    ['100.20', '100.2'],
  ])('cue %s is %s', (text, cue) => {
    expect(cueOf(text)).toBe(cue);
  });
  test.each(['', '.', '1.2.3', '-1', '1e3', '1,5', '1234567', '1.23456', '٣'])('"%s" is no cue', (text) => {
    expect(cueOf(text)).toBeNull();
  });
  test('int64 beyond what a double holds is no number', () => {
    expect(readNumber({ type: 'h', value: 2n ** 60n })).toBeNull();
  });
});

describe('a clip’s text', () => {
  const value = (address: string, arg: OscArg) => {
    const result = send(address, arg);
    return result.kind === 'verb' ? result.args['value'] : result;
  };
  test.each<[OscArg, string]>([
    [{ type: 'i', value: 1954 }, '1954'],
    [{ type: 'f', value: Math.fround(0.1) }, '0.1'],
    [{ type: 'd', value: 2.5 }, '2.5'],
    [{ type: 'h', value: 12n }, '12'],
    [{ type: 's', value: '007' }, '007'],
  ])('%o stays a text', (arg, text) => {
    expect(value('/frise/clip/title/text', arg)).toBe(text);
  });
  test('every other parameter takes the number', () => {
    expect(value('/frise/clip/title/size', { type: 's', value: '007' })).toBe(7);
    expect(value('/frise/clip/other/text', { type: 's', value: '007' })).toBe(7);
  });
});
