import { describe, expect, it } from 'vitest';
import { decodePacket } from '../../../../core/control/osc/packet.ts';
import type { OscMessage } from '../../../../core/control/osc/packet.ts';
import type { DeskShow, DialectName } from '../../../../core/control/desks/dialect.ts';
import { noDeskState, readDesk } from '../../../../core/control/desks/read-desk.ts';
import type { DeskSettings, DeskState } from '../../../../core/control/desks/read-desk.ts';
import { encodeMessage, type OscOut } from '../../../../main/ports/osc/encode.ts';

/** Each message is built as bytes to the letter of its maker's manual, and read as the port reads it. */
const message = (address: string, ...args: OscOut[]): OscMessage => {
  const decoded = decodePacket(encodeMessage(address, args));
  if (!decoded.ok || decoded.packet.kind !== 'message') throw new Error(`no message: ${address}`);
  return decoded.packet;
};
const i = (value: number): OscOut => ({ type: 'i', value });
const f = (value: number): OscOut => ({ type: 'f', value });
const s = (value: string): OscOut => ({ type: 's', value });

const cues = ['1', '1.1', '1.5', '2', '2.5', '3', '10', '91.5'];
const show: DeskShow = {
  hasCue: (number) => cues.includes(number),
  current: '2',
  neighbour: (direction) => (direction === 'next' ? '3' : null),
  overlaysOf: (number) => (number === '10' ? ['flash', 'smoke'] : []),
};
const settingsOf = (dialect: DialectName, overrides: Partial<DeskSettings> = {}): DeskSettings => ({
  dialects: [dialect],
  prefix: '',
  cueList: '',
  patch: { universe: 1, channel: 1 },
  threshold: 0.5,
  hysteresis: 0.1,
  retrigger: 0,
  ...overrides,
});
const desk = (settings: DeskSettings) => {
  let state: DeskState = noDeskState;
  return (heard: OscMessage, now = 0) => {
    const read = readDesk(settings, state, heard, show, now);
    state = read.state;
    const says = read.reading?.says;
    if (says === undefined) return null;
    return says.kind === 'verbs' ? says.verbs.map(({ verb, args }) => [verb, args]) : says.kind;
  };
};
const say = (settings: DeskSettings, heard: OscMessage) => desk(settings)(heard);
const go = (cue: string, more = {}) => [['cue/go', { cue, ...more }]];

describe('Eos', () => {
  const plain = settingsOf('eos');
  it.each([
    ['/eos/out/event/cue/1/1/fire', [], go('1')],
    ['/eos/out/event/cue/1/2.5/fire', [], go('2.5')],
    ['/eos/out/event/cue/1/1.10/fire', [], go('1.1')],
    ['/EOS/OUT/Event/Cue/1/91.5/Fire', [], go('91.5')],
    ['/eos/out/event/cue/1/2/fire', [f(3)], go('2', { fade: 3 })],
    ['/eos/out/event/cue/1/2/stop', [], [['pause', {}]]],
    ['/eos/out/event/cue/1/3/stop', [], 'nothing'],
    ['/eos/out/event/cue/1/45/fire', [], 'nothing'],
    ['/eos/out/event/sub/3', [f(1)], 'nothing'],
    ['/eos/out/event/macro/7', [], 'nothing'],
    ['/eos/out/event/state', [i(1)], 'nothing'],
    ['/eos/out/event/show/loaded', [s('show.esf3d')], 'nothing'],
    // A cue's text `/frise/cue=1.5,3.0,text` on the wire: a dot makes a float32, else int32, else text.
    ['/frise/cue', [f(1.5), f(3), s('text')], go('1.5', { fade: 3 })],
    ['/frise/cue', [f(1.1)], go('1.1')],
    ['/frise/cue', [i(2)], go('2')],
    ['/frise/cue', [s('2.5')], go('2.5')],
    ['/frise/cue=1.5,3,text', [], go('1.5', { fade: 3 })],
    ['/frise/cue=1.10', [], go('1.1')],
    ['/desk/other', [], null],
  ])('%s %j', (address, args, wanted) => {
    expect(say(plain, message(address, ...args))).toEqual(wanted);
  });
  it('active and pending cue are refreshed once a second and never fire', () => {
    const ask = desk(plain);
    for (let second = 0; second < 10; second += 1) {
      expect(ask(message('/eos/out/active/cue/1/2', f(second / 10)), second)).toBe('nothing');
      expect(ask(message('/eos/out/active/cue', f(1)), second)).toBe('nothing');
      expect(ask(message('/eos/out/active/cue/text', s('1/2 Dawn 0:05 75%')), second)).toBe('nothing');
      expect(ask(message('/eos/out/pending/cue/1/3'), second)).toBe('nothing');
    }
  });
  it('answers a ping with what came in it', () => {
    const read = readDesk(plain, noDeskState, message('/eos/ping', s('booth')), show, 0);
    expect(read.reading?.says).toEqual({
      kind: 'answer',
      message: { kind: 'message', address: '/eos/out/ping', args: [{ type: 's', value: 'booth' }] },
    });
  });
  it('listens to one cue list where one is named', () => {
    const one = settingsOf('eos', { cueList: '1' });
    expect(say(one, message('/eos/out/event/cue/1/2/fire'))).toEqual(go('2'));
    expect(say(one, message('/eos/out/event/cue/2/2/fire'))).toBe('nothing');
  });
});

describe('grandMA3', () => {
  const plain = settingsOf('grandma3', { prefix: '/gma3' });
  it.each([
    ['/14.14.1.6.5', [s('Go+'), i(1), s('Dawn')], [['go', {}]]],
    ['/gma3/14.14.1.6.5', [s('Go+'), i(1), s('Dawn')], [['go', {}]]],
    ['/gma3/14.14.1.6.5', [s('Go+'), i(0), s('Dawn')], 'nothing'],
    ['/14.14.1.6.5', [s('Go+'), i(1), s('2 dancers')], [['go', {}]]],
    ['/14.14.1.6.5', [s('Goto'), i(1), s('Cue 2.5')], go('2.5')],
    ['/14.14.1.6.5', [s('Goto'), i(1), f(1.1)], go('1.1')],
    ['/14.14.1.6.5', [s('Go-'), i(1), s('')], [['back', {}]]],
    ['/14.14.1.6.5', [s('Pause'), i(1)], [['pause', {}]]],
    ['/14.14.1.6.5', [s('Off'), i(1)], [['stop', {}]]],
    ['/14.14.1.6.5', [s('FaderMaster'), i(1), i(50)], 'nothing'],
    ['/gma3/cmd', [s('Go+ Sequence 1 Cue 2.5')], go('2.5')],
    ['/cmd', [s('Goto Cue 3 Sequence 1')], go('3')],
    ['/cmd', [s('Go+ Sequence 1')], [['go', {}]]],
    ['/cmd', [s('ClearAll')], null],
    // Its words are case-sensitive.
    ['/14.14.1.6.5', [s('go+'), i(1), s('')], null],
    ['/CMD', [s('Go+ Sequence 1')], null],
  ])('%s %j', (address, args, wanted) => {
    expect(say(plain, message(address, ...args))).toEqual(wanted);
  });
  it('the fader of the named sequence rides the master', () => {
    const five = settingsOf('grandma3', { cueList: '5' });
    expect(say(five, message('/14.14.1.6.5', s('FaderMaster'), i(1), i(50)))).toEqual([
      ['master', { level: 0.5 }],
    ]);
    expect(say(five, message('/14.14.1.6.6', s('FaderMaster'), i(1), i(50)))).toBe('nothing');
  });
});

describe('MagicQ', () => {
  const plain = settingsOf('magicq');
  it.each([
    ['/pb/1/go', [], [['go', {}]]],
    ['/pb/1/go', [i(1)], [['go', {}]]],
    ['/pb/1/go', [i(0)], 'nothing'],
    ['/pb/2/pause', [f(1)], [['pause', {}]]],
    ['/pb/2/release', [], [['stop', {}]]],
    ['/pb/1/2.5', [], go('2.5')],
    ['/pb/1/2.5', [i(0)], 'nothing'],
    ['/PB/1/GO', [], [['go', {}]]],
    ['/dbo', [i(0)], [['blackout', { on: true }]]],
    ['/dbo', [i(1)], [['blackout', { on: false }]]],
    ['/dbo', [], null],
    ['/pb/1', [f(0.5)], 'nothing'],
    ['/10scene/1', [i(1)], null],
  ])('%s %j', (address, args, wanted) => {
    expect(say(plain, message(address, ...args))).toEqual(wanted);
  });
  it('the fader of the named playback rides the master: a float is 0–1, an int 0–100', () => {
    const one = settingsOf('magicq', { cueList: '1' });
    expect(say(one, message('/pb/1', f(0.25)))).toEqual([['master', { level: 0.25 }]]);
    expect(say(one, message('/pb/1', i(25)))).toEqual([['master', { level: 0.25 }]]);
    expect(say(one, message('/pb/2', f(0.25)))).toBe('nothing');
    expect(say(one, message('/pb/2/go'))).toBe('nothing');
  });
});

describe('Hog 4', () => {
  const plain = settingsOf('hog4');
  it.each([
    // The number in the argument, as the manual has it …
    ['/hog/playback/go/0', [i(1)], [['go', {}]]],
    ['/hog/playback/go/0', [f(1.5)], 'nothing'],
    ['/hog/playback/go/0', [f(1.3)], go('3')],
    ['/hog/playback/go/0', [s('1.10')], go('10')],
    ['/hog/playback/go/0', [f(1.1)], go('1')],
    ['/hog/playback/go/0', [s('1.2.5')], go('2.5')],
    ['/hog/playback/go/0', [s('1.3'), f(2)], go('3', { fade: 2 })],
    ['/hog/playback/halt/0', [i(1)], [['pause', {}]]],
    ['/hog/playback/resume/0', [i(1)], [['resume', {}]]],
    ['/hog/playback/release/0', [i(1)], [['stop', {}]]],
    // … and in the path.
    ['/hog/playback/go/0/1', [], [['go', {}]]],
    ['/hog/playback/go/0/1.3', [], go('3')],
    ['/hog/playback/go/0/1.10', [], go('10')],
    ['/hog/playback/go/0/1.3', [f(2)], go('3', { fade: 2 })],
    ['/hog/playback/halt/0/1', [], [['pause', {}]]],
    // Scenes and macros.
    ['/hog/playback/go/1', [i(4)], 'nothing'],
    ['/hog/playback/go/2', [i(4)], 'nothing'],
    ['/hog/hardware/go/1', [i(1)], [['go', {}]]],
    ['/hog/hardware/go/1', [i(0)], 'nothing'],
    ['/hog/hardware/goback/1', [i(1)], [['back', {}]]],
    ['/hog/hardware/pause/1', [i(1)], [['pause', {}]]],
    ['/hog/hardware/fader/0', [i(51)], [['master', { level: 0.2 }]]],
    ['/hog/hardware/pig', [i(1)], null],
    ['/hog/playback/go/0', [], null],
  ])('%s %j', (address, args, wanted) => {
    expect(say(plain, message(address, ...args))).toEqual(wanted);
  });
  it('listens to one list where one is named', () => {
    const two = settingsOf('hog4', { cueList: '2' });
    expect(say(two, message('/hog/playback/go/0', s('2.3')))).toEqual(go('3'));
    expect(say(two, message('/hog/playback/go/0', s('1.3')))).toBe('nothing');
  });
});

describe('QLC+', () => {
  const level = (channel: number, value: number, universe = 1) =>
    message(`/${universe - 1}/dmx/${channel - 1}`, f(value));
  it('a fader that goes up presses once, with hysteresis', () => {
    const ask = desk(settingsOf('qlcplus'));
    const heard = [0, 0.2, 0.49, 0.5, 0.9, 0.46, 0.55, 0.41, 0.39, 0.45, 0.5].map((value) =>
      ask(level(1, value)),
    );
    expect(heard.map((one) => (Array.isArray(one) ? one[0]?.[0] : '-'))).toEqual([
      '-',
      '-',
      '-',
      'go',
      '-',
      '-',
      '-',
      '-',
      '-',
      '-',
      'go',
    ]);
  });
  it.each([
    [1, 'go'],
    [2, 'back'],
    [3, 'pause'],
    [4, 'resume'],
    [5, 'stop'],
    [6, 'panic'],
  ])('channel %i is %s', (channel, verb) => {
    expect(say(settingsOf('qlcplus'), level(channel, 1))).toEqual([[verb, {}]]);
  });
  it('blackout lasts as long as its channel is up', () => {
    const ask = desk(settingsOf('qlcplus'));
    expect(ask(level(7, 1))).toEqual([['blackout', { on: true }]]);
    expect(ask(level(7, 0))).toEqual([['blackout', { on: false }]]);
  });
  it('the master takes hold once it was at full', () => {
    const ask = desk(settingsOf('qlcplus'));
    expect(ask(level(8, 0))).toBe('nothing');
    expect(ask(level(8, 0.6))).toBe('nothing');
    expect(ask(level(8, 1))).toEqual([['master', { level: 1 }]]);
    expect(ask(level(8, 0.25))).toEqual([['master', { level: 0.25 }]]);
  });
  it('begins at the channel and in the universe that are set', () => {
    const ask = desk(settingsOf('qlcplus', { patch: { universe: 2, channel: 101 } }));
    expect(ask(level(101, 1, 2))).toEqual([['go', {}]]);
    expect(ask(level(101, 1, 1))).toBe('nothing');
    expect(ask(level(100, 1, 2))).toBe('nothing');
    expect(ask(level(109, 1, 2))).toBe('nothing');
    expect(ask(message('/1/dmx/104', s('x')))).toBeNull();
  });
});

describe('QLab', () => {
  const plain = settingsOf('qlab');
  it.each([
    ['/go', [], [['go', {}]]],
    ['/go', [i(1)], [['go', {}]]],
    ['/go', [i(0)], 'nothing'],
    ['/go', [s('2.5')], go('2.5')],
    ['/stop', [], [['stop', {}]]],
    ['/hardStop', [], [['stop', { fade: 0 }]]],
    ['/panic', [], [['panic', {}]]],
    ['/panicInTime', [f(1.1)], [['panic', { seconds: 1.1 }]]],
    ['/panicInTime', [], null],
    ['/pause', [], [['pause', {}]]],
    ['/resume', [], [['resume', {}]]],
    ['/select/2.5', [], [['standby', { cue: '2.5' }]]],
    ['/select/99', [], 'nothing'],
    ['/playhead/next', [], [['standby', { cue: '3' }]]],
    ['/playhead/previous', [], 'nothing'],
    ['/playhead/3', [], [['standby', { cue: '3' }]]],
    ['/cue/3/start', [], go('3')],
    ['/cue/3/start', [f(2)], go('3', { fade: 2 })],
    ['/cue/2/stop', [], [['stop', {}]]],
    [
      '/cue/10/stop',
      [],
      [
        ['timeline/stop', { id: 'flash' }],
        ['timeline/stop', { id: 'smoke' }],
      ],
    ],
    ['/cue/3/stop', [], 'nothing'],
    ['/cue/selected/start', [], [['go', {}]]],
    ['/workspace/8A3F/go', [], [['go', {}]]],
    ['/workspace/8A3F/cue/3/start', [], go('3')],
    ['/cue/3/opacity', [f(1)], null],
  ])('%s %j', (address, args, wanted) => {
    expect(say(plain, message(address, ...args))).toEqual(wanted);
  });
});

describe('every dialect', () => {
  it('holds back what comes again too soon, and never a fader', () => {
    const settings = settingsOf('qlab', { retrigger: 1 });
    const first = readDesk(settings, noDeskState, message('/go'), show, 10);
    const again = readDesk(settings, first.state, message('/go'), show, 10.5);
    expect(again.reading).toMatchObject({ says: { verbs: [] }, held: [{ verb: 'go' }] });
    const other = readDesk(settings, again.state, message('/cue/3/start'), show, 10.5);
    expect(other.reading?.held).toEqual([]);
    const late = readDesk(settings, other.state, message('/go'), show, 11.1);
    expect(late.reading).toMatchObject({ says: { verbs: [{ verb: 'go' }] }, held: [] });
  });
  it('takes a message with its prefix and without it', () => {
    const settings = settingsOf('magicq', { prefix: '/house' });
    expect(say(settings, message('/house/pb/1/go'))).toEqual([['go', {}]]);
    expect(say(settings, message('/pb/1/go'))).toEqual([['go', {}]]);
    expect(say(settings, message('/housepb/1/go'))).toBeNull();
  });
});
