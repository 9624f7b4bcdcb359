import { createServer } from 'node:net';
import { fc } from '@fast-check/vitest';
import { describe, expect, it, onTestFinished } from 'vitest';
import { setUp } from './bench.ts';

/** Our port against a projector that was written apart from it, with the faults of real ones. */
const on = { kind: 'power', on: true } as const;
const off = { kind: 'power', on: false } as const;
const close = { kind: 'shutter', closed: true } as const;
const open = { kind: 'shutter', closed: false } as const;

describe('a projector that is well', () => {
  it('says who it is and how it is', async () => {
    const { status, readings, projector } = await setUp({ power: 'on', lamp: '1234 1 900 0', mute: '31' });
    expect(status()).toMatchObject({ state: 'reachable', fault: null, notes: [] });
    expect(readings()).toMatchObject({
      class: 2,
      power: 'on',
      shutter: 'closed',
      input: '31',
      inputs: ['11', '31', '32'],
      inputNames: { '11': 'VGA', '31': 'HDMI 1', '32': 'SDI' },
      lamps: [
        { hours: 1234, on: true },
        { hours: 900, on: false },
      ],
      faults: {},
      temperature: null,
      name: 'Cour d’honneur',
      maker: 'Frise Optics',
      model: 'Simulacre 20K',
      serial: 'SN0042',
      version: '1.07',
      signal: '1920x1200',
      filterHours: 321,
    });
    expect(projector.connections).toBe(1);
  });
  it('is asked every 10 s over one connection, and every 5 s while it warms', async () => {
    const { projector, pass, order, readings } = await setUp({ warmSeconds: 12 });
    const asked = () => projector.heard.filter((text) => text === '%1POWR ?').length;
    expect(asked()).toBe(1);
    await pass(9);
    expect(asked()).toBe(1);
    await pass(2);
    expect(asked()).toBe(2);
    await order(on);
    const before = asked();
    await pass(11);
    expect(asked() - before).toBe(3);
    expect(readings().power).toBe('warming');
    await pass(5);
    expect(readings().power).toBe('on');
    expect(projector.connections).toBe(1);
  });
  it('of class 1 is asked nothing of class 2', async () => {
    const { projector, readings } = await setUp({ class: 1, power: 'on' });
    expect(projector.heard.filter((text) => text.startsWith('%2'))).toEqual([]);
    expect(readings()).toMatchObject({ class: 1, input: '31', serial: null, signal: null });
  });
  it('with a laser says ERR1 of its lamp once, and is well', async () => {
    const { projector, pass, status, readings } = await setUp({ lamp: null, power: 'on' });
    await pass(35);
    expect(projector.heard.filter((text) => text === '%1LAMP ?')).toHaveLength(1);
    expect(status().state).toBe('reachable');
    expect(readings().lamps).toEqual([]);
  });
  it('tells its errors by their place', async () => {
    const { projector, pass, readings } = await setUp({ errors: '102000' });
    expect(readings().faults).toEqual({ fan: 'warning', temperature: 'error' });
    projector.model.errors = '000000';
    await pass(11);
    expect(readings().faults).toEqual({});
  });
  it('that writes degrees into INFO is asked for them again', async () => {
    const { projector, pass, readings } = await setUp({ info: 'FW 2.1 Temp: 41.5 C' });
    expect(readings().temperature).toBe(41.5);
    projector.model.info = 'FW 2.1 Temp: 43.0 C';
    await pass(11);
    expect(readings().temperature).toBe(43);
  });
  it('speaks in lower case with blanks, LF and NUL', async () => {
    const { status, readings } = await setUp(
      { isSloppy: true, power: 'on', password: 'secret' },
      { password: 'secret' },
    );
    expect(status().state).toBe('reachable');
    expect(readings()).toMatchObject({ power: 'on', shutter: 'open', input: '31', signal: '1920x1200' });
  });
});

describe('the password', () => {
  it('goes as a digest before the first command of a connection, and only there', async () => {
    // The example of the specification.
    const password = 'JBMIAProjectorLink';
    const { projector, pass, status } = await setUp({ password, random: '498e4a67' }, { password });
    await pass(11);
    expect(status().state).toBe('reachable');
    expect(projector.digests).toEqual(['5d8409bc1c3fa39749434aa3a5c38682']);
    expect(projector.heard.every((text) => text.startsWith('%'))).toBe(true);
  });
  it('that is wrong is said, not repeated at once, and mended by another', async () => {
    const { projector, device, status, pass, rest, givenUp } = await setUp(
      { password: 'right' },
      { password: 'wrong' },
    );
    expect(status()).toMatchObject({ state: 'refused', fault: 'password-wrong' });
    await pass(50);
    expect(projector.digests).toHaveLength(1);
    device.order(on);
    await rest();
    expect(givenUp).toEqual([['power-on', 'refused']]);
    device.setPassword('right');
    await rest();
    expect(status()).toMatchObject({ state: 'reachable', fault: null });
    expect(projector.heard).toContain('%1POWR ?');
  });
  it('that is missing is asked for', async () => {
    const { projector, status } = await setUp({ password: 'right' });
    expect(status()).toMatchObject({ state: 'refused', fault: 'password-missing' });
    expect(projector.heard).toEqual([]);
  });
  it('that is not wanted is not sent', async () => {
    const { projector, status } = await setUp({}, { password: 'kept for the other one' });
    expect(status().state).toBe('reachable');
    expect(projector.heard[0]).toBe('%1CLSS ?');
  });
});

describe('orders', () => {
  it('go before the next question of a round', async () => {
    const { projector, device, rest } = await setUp({ power: 'on', dribble: 0 });
    projector.heard.length = 0;
    device.order(close);
    device.order({ kind: 'input', input: '32' });
    await rest();
    expect(projector.heard.slice(0, 4)).toEqual(['%1AVMT 31', '%1AVMT ?', '%2INPT 32', '%2INPT ?']);
  });
  it('are told and seen at once', async () => {
    const { order, readings, status } = await setUp({ power: 'on' });
    await order(close);
    expect(readings().shutter).toBe('closed');
    await order(open);
    expect(readings().shutter).toBe('open');
    await order({ kind: 'input', input: '11' });
    expect(readings().input).toBe('11');
    await order(off);
    expect(readings()).toMatchObject({ power: 'cooling', shutter: null });
    expect(status().notes).toEqual([]);
  });
  it('to switch on wait while it cools, and are done', async () => {
    const { order, pass, status, readings, told } = await setUp({
      power: 'on',
      coolSeconds: 60,
      warmSeconds: 20,
    });
    await order(off);
    await order(on);
    expect(status().notes).toEqual([{ order: 'power-on', why: 'cooling', isWaiting: true }]);
    await pass(64);
    expect(readings().power).toBe('warming');
    expect(status().notes).toEqual([]);
    expect(told().filter((text) => text === '%1POWR 1').length).toBeGreaterThan(5);
    await pass(25);
    expect(readings().power).toBe('on');
  });
  it('that it takes while it cools and forgets are given again', async () => {
    const { order, pass, readings } = await setUp({ power: 'on', coolSeconds: 9, isForgetful: true });
    await order(off);
    await order(on);
    await pass(20);
    expect(readings().power).toBe('on');
  });
  it('to close the shutter wait while it warms', async () => {
    const { order, pass, status, readings } = await setUp({ warmSeconds: 3 });
    await order(on);
    await order(close);
    expect(status().notes).toEqual([{ order: 'shutter-close', why: 'warming', isWaiting: true }]);
    await pass(8);
    expect(readings()).toMatchObject({ power: 'on', shutter: 'closed' });
    expect(status().notes).toEqual([]);
  });
  it('to switch off wait while it warms', async () => {
    const { order, pass, status, readings } = await setUp({ warmSeconds: 3 });
    await order(on);
    await order(off);
    expect(status().notes).toEqual([{ order: 'power-off', why: 'warming', isWaiting: true }]);
    await pass(6);
    expect(['cooling', 'off']).toContain(readings().power);
  });
  it('of one kind: the newest counts', async () => {
    const { projector, device, pass, rest, status } = await setUp({ power: 'cooling', coolSeconds: 60 });
    device.order(on);
    await rest();
    device.order(off);
    await rest();
    expect(status().notes).toEqual([]);
    projector.model.power = 'standby';
    await pass(20);
    expect(projector.model.power).toBe('standby');
  });
  it('of one kind: the newest counts, also while the older one is on its way', async () => {
    const { projector, order, pass } = await setUp({ dribble: 0.05, warmSeconds: 1 });
    await pass(30, 0.5);
    await order(on);
    await order(off);
    await pass(20, 0.5);
    expect(projector.model.power).toBe('standby');
  });
  it('to go dark make a shutter’s order that waits pointless', async () => {
    const { device, rest, status } = await setUp({ power: 'warming' });
    device.order(close);
    await rest();
    device.order(off);
    await rest();
    expect(status().notes.map(({ order }) => order)).toEqual(['power-off']);
  });
  it('are given up when they wait too long', async () => {
    const { order, pass, status, givenUp } = await setUp({ power: 'cooling' });
    await order(on);
    await pass(290, 5);
    expect(givenUp).toEqual([]);
    await pass(15, 5);
    expect(givenUp).toEqual([['power-on', 'too-long']]);
    expect(status().notes).toEqual([{ order: 'power-on', why: 'too-long', isWaiting: false }]);
  });
  it('to one that is off are given up, with the reason', async () => {
    const { order, status, givenUp } = await setUp();
    await order(close);
    expect(givenUp).toEqual([['shutter-close', 'off']]);
    expect(status().notes).toEqual([{ order: 'shutter-close', why: 'off', isWaiting: false }]);
  });
  it('that it does not know are given up; the next one clears the note', async () => {
    const { projector, order, status } = await setUp({ power: 'on' });
    await order({ kind: 'input', input: '59' });
    expect(status().notes).toEqual([{ order: 'input', why: 'no-such-input', isWaiting: false }]);
    projector.model.instead['AVMT'] = '%1AVMT=ERR1';
    await order(close);
    expect(status().notes).toContainEqual({ order: 'shutter-close', why: 'unsupported', isWaiting: false });
    projector.model.instead['POWR'] = '%1POWR=ERR4';
    await order(off);
    expect(status().notes).toContainEqual({ order: 'power-off', why: 'failure', isWaiting: false });
    await order({ kind: 'input', input: '11' });
    expect(status().notes.map((note) => note.order)).not.toContain('input');
  });
  it('close the picture alone where nothing else is known', async () => {
    const { projector, order, readings } = await setUp({ power: 'on', isPictureMuteOnly: true });
    await order(close);
    expect(projector.model.mute).toBe('11');
    expect(readings().shutter).toBe('closed');
  });
});

describe('a projector that is not well', () => {
  it('accepts and says nothing: silent, looked for ever more rarely, and found again', async () => {
    const { projector, status, pass } = await setUp({ isMute: true, idleSeconds: 1000 });
    expect(status().state).toBe('unknown');
    await pass(6);
    expect(status()).toMatchObject({ state: 'silent', fault: 'silent', lastAnswerAt: null });
    await pass(200);
    expect(projector.connections).toBeLessThan(11);
    projector.model.isMute = false;
    await pass(40);
    expect(status()).toMatchObject({ state: 'reachable', fault: null });
    expect(status().readings.name).toBe('Cour d’honneur');
  });
  it('greets and never answers: an order is given up after half a minute', async () => {
    const { status, order, pass, givenUp } = await setUp({ isDeaf: true });
    await order(close);
    await pass(10);
    expect(status()).toMatchObject({
      state: 'silent',
      notes: [{ order: 'shutter-close', why: 'silent', isWaiting: true }],
    });
    await pass(35);
    expect(givenUp).toEqual([['shutter-close', 'too-long']]);
  });
  it('that forgets one answer is not called silent', async () => {
    const { projector, status, pass } = await setUp();
    projector.model.isDeaf = true;
    await pass(15);
    expect(status().state).toBe('reachable');
    projector.model.isDeaf = false;
    await pass(5);
    expect(status()).toMatchObject({ state: 'reachable', fault: null });
  });
  it('answers a byte at a time', async () => {
    const { status, readings, pass } = await setUp({ power: 'on', dribble: 0.1 });
    await pass(60, 0.5);
    expect(status()).toMatchObject({ state: 'reachable', fault: null });
    expect(readings()).toMatchObject({ power: 'on', shutter: 'open', name: 'Cour d’honneur' });
  });
  it('too slow for any answer is silent', async () => {
    const { status, pass } = await setUp({ dribble: 2 });
    await pass(20, 0.5);
    expect(status().state).toBe('silent');
  });
  it.each(['SSH-2.0-OpenSSH_9.2', 'PJLINK 7', '\u00ff\u00fb\u0001', 'x'.repeat(5000)])(
    'speaks something else: %s',
    async (greeting) => {
      const { status } = await setUp({ instead: { PJLINK: greeting } });
      expect(status()).toMatchObject({ state: 'silent', fault: 'garbled' });
    },
  );
  it.each(['%1ERST=OOPS', 'garbage', '%1ERST='.padEnd(3000, '0'), '%9!!', '%1NAME=stray\r%1ERST=000000'])(
    'answers one question with nonsense, and is asked the others: %s',
    async (text) => {
      const { status, readings, pass } = await setUp({ power: 'on', instead: { ERST: text } });
      await pass(25);
      expect(status()).toMatchObject({ state: 'reachable', fault: null });
      expect(readings()).toMatchObject({ shutter: 'open', serial: 'SN0042', faults: {} });
    },
  );
  it('answers something else before it answers the question', async () => {
    const { readings } = await setUp({ instead: { ERST: '%1LAMP=7 1\r\r%1ERST=020000' } });
    expect(readings().faults).toEqual({ lamp: 'error' });
  });
  it('answers everything with nonsense', async () => {
    const instead = Object.fromEntries(
      ['CLSS', 'POWR', 'ERST', 'LAMP', 'NAME'].map((name) => [name, 'what?']),
    );
    const { status } = await setUp({ instead });
    expect(status()).toMatchObject({ state: 'silent', fault: 'garbled' });
  });
  it('closes in the middle of an answer', async () => {
    const { projector, status, pass, readings } = await setUp({ cutAt: 5 });
    await pass(3);
    expect(status()).toMatchObject({ state: 'silent', fault: 'closed' });
    projector.model.cutAt = null;
    await pass(15);
    expect(status().state).toBe('reachable');
    expect(readings().power).toBe('off');
  });
  it('hangs up at a question that it does not know: that one is left out', async () => {
    const { projector, status, readings, pass } = await setUp({ hangsUpOn: ['SNUM'] });
    await pass(30);
    expect(status()).toMatchObject({ state: 'reachable', fault: null });
    expect(readings()).toMatchObject({ version: '1.07', inputNames: { '31': 'HDMI 1' } });
    const asked = projector.heard.filter((text) => text === '%2SNUM ?').length;
    await pass(60);
    expect(projector.heard.filter((text) => text === '%2SNUM ?')).toHaveLength(asked);
  });
  it('that another controller holds is said to be held', async () => {
    const { status, projector, pass } = await setUp({ most: 0 });
    expect(status()).toMatchObject({ state: 'refused', fault: 'held' });
    projector.model.most = 1;
    await pass(4);
    expect(status().state).toBe('reachable');
  });
  it('where nobody listens: refused, and an order does not wait for the next look', async () => {
    const nobody = createServer();
    const port = await new Promise<number>((done) =>
      nobody.listen(0, '127.0.0.1', () => done((nobody.address() as { port: number }).port)),
    );
    await new Promise((done) => nobody.close(done));
    const { status, projector, order, pass } = await setUp({ power: 'on' }, { port });
    expect(status()).toMatchObject({ state: 'refused', fault: 'held' });
    await pass(100);
    await projector.listen(port);
    await order(close);
    expect(projector.model.mute).toBe('31');
    expect(status().state).toBe('reachable');
  });
  it('drops idle connections: the next question makes a new one', async () => {
    const { projector, pass, status } = await setUp({ idleSeconds: 4 });
    await pass(60);
    expect(status()).toMatchObject({ state: 'reachable', fault: null });
    expect(projector.connections).toBeGreaterThan(4);
  });
  it('whose cable is pulled in the middle of the night', async () => {
    const { projector, pass, order, status } = await setUp({ power: 'on' });
    projector.hangUp();
    await order(close);
    expect(projector.model.mute).toBe('31');
    expect(status()).toMatchObject({ state: 'reachable', fault: null });
    await pass(10);
    expect(projector.connections).toBe(2);
  });
  it('with a name that nobody knows', async () => {
    const { status, pass } = await setUp({}, { host: 'left.invalid', lookUp: async () => null });
    expect(status()).toMatchObject({ state: 'silent', fault: 'unreachable' });
    await pass(30);
    expect(status().state).toBe('silent');
  });
  it('with a name that is never found in time', async () => {
    const { status, pass } = await setUp(
      {},
      { host: 'slow.invalid', lookUp: () => new Promise(() => undefined) },
    );
    await pass(4);
    expect(status()).toMatchObject({ state: 'silent', fault: 'unreachable' });
  });
});

describe('letting go', () => {
  it.each([
    ['at rest', {}],
    ['without a greeting', { isMute: true }],
    ['in the middle of an answer', { dribble: 1 }],
    ['of a closed door', { most: 0 }],
  ])('%s leaves no timer and no connection', async (_, model) => {
    const { projector, device, rest, pending } = await setUp(model);
    device.dispose();
    await rest();
    expect(projector.connected).toBe(0);
    expect(pending()).toBe(0);
  });
  it('is final', async () => {
    const { projector, device, rest, pass } = await setUp();
    device.dispose();
    await rest();
    const before = projector.heard.length;
    device.order(on);
    await pass(60, 10);
    expect(projector.heard).toHaveLength(before);
    expect(projector.connections).toBe(1);
  });
  it('an unknown listener is no reason to die', async () => {
    const server = createServer((socket) => socket.resetAndDestroy());
    const port = await new Promise<number>((done) =>
      server.listen(0, '127.0.0.1', () => done((server.address() as { port: number }).port)),
    );
    onTestFinished(() => new Promise<void>((done) => server.close(() => done())));
    const { status } = await setUp({}, { port });
    expect(status()).toMatchObject({ state: 'refused', fault: 'held' });
  });
});

it('whatever is said, it stays a device that can be told, asked and let go', async () => {
  const said = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom(
      '%1POWR=ERR3',
      '%1POWR=1',
      '%1POWR=2',
      'PJLINK ERRA',
      '%2INPT=ERR4',
      '\r\r\r',
      '%1CLSS=2',
    ),
  );
  const commands = ['PJLINK', 'CLSS', 'POWR', 'AVMT', 'INPT', 'INST', 'ERST', 'LAMP', 'NAME', 'INFO', 'INNM'];
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...commands), said), async (instead) => {
      const { device, order, pass, status, projector } = await setUp({ power: 'on', instead });
      await order(close);
      await pass(12, 4);
      expect(['reachable', 'silent', 'refused', 'unknown']).toContain(status().state);
      projector.model.instead = {};
      await pass(125, 5);
      expect(status().state).toBe('reachable');
      device.dispose();
    }),
    { numRuns: 60 },
  );
});
