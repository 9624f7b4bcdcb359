import { describe, expect, it } from 'vitest';
import { createInputs } from '../../../main/host/inputs.ts';

const message = (n: number) => ({
  text: `/m ${n}`,
  from: 'desk',
  at: `2018-11-22T21:00:0${n % 10}.000Z`,
  verdict: 'verb',
});
const make = (disarmed: string[] = []) => {
  let heard = 0;
  const inputs = createInputs(
    disarmed,
    () => undefined,
    () => (heard += 1),
  );
  return { inputs, heard: () => heard };
};

describe('inputs', () => {
  it('keep the last 200 messages of each, and the last 30 of all', () => {
    const { inputs } = make();
    const osc = inputs.register({ id: 'osc', kind: 'osc' });
    const midi = inputs.register({ id: 'midi', kind: 'midi' });
    for (let n = 0; n < 250; n += 1) osc.heard(message(n));
    midi.heard(message(1));
    const log = inputs.log('osc');
    expect(log.ok && [log.value.length, log.value[0]?.text, log.value.at(-1)?.text]).toEqual([
      200,
      '/m 50',
      '/m 249',
    ]);
    expect(inputs.recent()).toHaveLength(30);
    expect(inputs.recent().at(-1)?.id).toBe('midi');
    expect(inputs.log('nobody')).toMatchObject({ ok: false, code: 'unknown-input' });
  });

  it('stay disarmed over a restart, also when the port comes later', () => {
    const { inputs } = make(['midi']);
    expect(inputs.arm('midi', true)).toMatchObject({ ok: false, code: 'unknown-input' });
    const midi = inputs.register({ id: 'midi', kind: 'midi' });
    expect(midi.isArmed()).toBe(false);
    expect(inputs.arm('midi', true)).toEqual({ ok: true, value: { armed: true } });
    midi.dispose();
    expect(inputs.status()).toEqual([]);
  });

  it('show a light that is told once a change', () => {
    const { inputs, heard } = make();
    const osc = inputs.register({ id: 'osc', kind: 'osc' });
    osc.is('ready', '127.0.0.1:8000');
    osc.is('ready', '127.0.0.1:8000');
    expect(heard()).toBe(1);
    expect(inputs.status()).toEqual([
      { id: 'osc', kind: 'osc', armed: true, lastMessageAt: null, state: 'ready', detail: '127.0.0.1:8000' },
    ]);
  });
});
