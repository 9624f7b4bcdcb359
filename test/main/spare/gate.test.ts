import { expect, it } from 'vitest';
import type { Outcome, Request } from '../../../core/control/dispatcher.ts';
import { verbs, type VerbName } from '../../../core/control/verbs.ts';
import { ok } from '../../../core/result.ts';
import { gated } from '../../../main/host/spare/gate.ts';
import { createMute } from '../../../main/host/spare/mute.ts';

const request = (verb: string, args: unknown = {}, input: string | null = null): Request => ({
  verb,
  args,
  source: { sender: 'console:a', roles: ['operator'], input },
  requestId: null,
  at: null,
});
const bench = () => {
  const mute = createMute(true);
  const passed: string[] = [];
  const said: Outcome[] = [];
  const door = gated(
    {
      dispatch({ verb }) {
        passed.push(verb);
        return Promise.resolve(ok({}));
      },
    },
    mute,
    (outcome) => said.push(outcome),
  );
  return { mute, passed, said, door };
};

it.each(Object.keys(verbs) as VerbName[])(
  '%s: what would change or sound anything is refused',
  async (verb) => {
    const { door, passed } = bench();
    const args = { document: 'show' };
    const reply = await door.dispatch(request(verb, args));
    const mayPass = verbs[verb].effect === 'read' || /^(spare|lan|pair|preflight|journal)\//.test(verb);
    expect(passed).toEqual(mayPass ? [verb] : []);
    const isAnswered = mayPass || verb === 'sound/lease';
    expect(reply).toMatchObject(isAnswered ? { ok: true } : { ok: false, code: 'following' });
  },
);

it('never lets a verb of playback through, whatever it is called', () => {
  const playback = Object.entries(verbs).filter(([, { effect }]) => effect === 'playback');
  expect(playback.some(([name]) => /^(spare|lan|pair|preflight|journal)\//.test(name))).toBe(false);
});

it('edits its own station, answers the sound page no, and journals what a person asked for alone', async () => {
  const { door, passed, said } = bench();
  await door.dispatch(request('document/edit', { document: 'station' }));
  expect(passed).toEqual(['document/edit']);
  expect(await door.dispatch(request('sound/lease', { page: 'a' }))).toEqual(ok({ held: false, until: 0 }));
  await door.dispatch(request('go', {}, 'osc'));
  expect(said).toEqual([]);
  await door.dispatch(request('go'));
  expect(said.length).toBe(1);
});

it('stands open once it is the main host', async () => {
  const { door, mute, passed } = bench();
  mute.set(false);
  await door.dispatch(request('go'));
  expect(passed).toEqual(['go']);
});
