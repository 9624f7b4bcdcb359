import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { command, emptyPlan } from '../../../../core/playback/engine.ts';
import { compileShow } from '../../../../core/show/compile.ts';
import { cueSchema } from '../../../../core/show/show.schema.ts';
import { fieldsOf } from '../../../../core/station/form.ts';
import { ConnectPage } from '../../../../renderer/console/connect/connect-page.tsx';
import { CUE_GROUPS } from '../../../../renderer/console/connect/cues/cue-groups.ts';
import { SessionContext, type Session } from '../../../../renderer/console/pairing/session.ts';
import { LanguageContext, LinkContext } from '../../../../renderer/console/use-link.ts';
import { ConnectBench } from './bench.ts';

let bench: ConnectBench;
const open = async (mayDesign = true): Promise<void> => {
  const session: Session = { isNear: mayDesign, isOwner: false, mayDesign, showOwner: () => undefined };
  render(
    <LinkContext.Provider value={bench}>
      <LanguageContext.Provider value="en">
        <SessionContext.Provider value={session}>
          <ConnectPage />
        </SessionContext.Provider>
      </LanguageContext.Provider>
    </LinkContext.Provider>,
  );
  await press('Cues');
};
const press = async (name: string | RegExp): Promise<void> => {
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name }));
  });
};
const type = async (label: string, text: string): Promise<void> => {
  await act(async () => {
    fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
  });
};
const rows = (): (string | null)[] =>
  [...screen.getByRole('navigation', { name: 'Cues of the show' }).querySelectorAll('.number')].map(
    (each) => each.textContent,
  );
const lastEdit = () => bench.of('document/edit').at(-1);
const isDisabled = (name: string): boolean => screen.getByRole('button', { name }).hasAttribute('disabled');

beforeEach(() => {
  bench = new ConnectBench();
});
afterEach(() => {
  cleanup();
  location.hash = '';
});

it('every field of a cue stands in a group, once', () => {
  const grouped = CUE_GROUPS.flatMap(({ schema }) => fieldsOf(schema).map(({ key }) => key));
  expect([...grouped].sort()).toEqual(Object.keys(cueSchema.shape).sort());
});

it('a cue is put between two, without a place while nothing plays, and undo takes it away', async () => {
  await open();
  await press(/^4 ?Cue 4/);
  await press(/New cue after 4.*without a place/);
  expect(lastEdit()?.['put']).toEqual({
    'cue:q4-5': { number: '4.5', name: { fr: 'Nouvel effet', en: 'New cue' }, at: null },
  });
  expect(rows()).toEqual(['1', '2', '3', '4', '4.5', '5', '6', '9', '9.5']);
  expect(screen.getByRole('region', { name: 'cue 4.5' })).toBeTruthy();
  await press(/Undo/);
  expect(rows()).not.toContain('4.5');
});

it('a cue made while main plays lies where main is', async () => {
  const show = compileShow(bench.show, 1);
  const started = command(show, emptyPlan(show, 0), { verb: 'go', args: {}, sender: 'console' }, 6);
  if (!started.ok) throw new Error(started.message);
  await open();
  await act(async () => bench.setTopic('plans', [started.value.plan]));
  await press(/New cue after 1.*at the present position/);
  const put = Object(lastEdit()?.['put']);
  // The bench's clock stands at 10 s, four seconds after GO; a GO takes effect a little ahead.
  expect(put['cue:q1-5'].at.timeline).toBe('timeline:main');
  expect(put['cue:q1-5'].at.position).toBeCloseTo(4, 1);
});

it('a cue is put before the first, and into a show that has none', async () => {
  await open();
  await press(/^1 ?Cue 1/);
  await press(/New cue before 1/);
  expect(Object(lastEdit()?.['put'])['cue:q0-5']).toMatchObject({ number: '0.5' });
  cleanup();
  const kept = Object.entries(bench.show.records).filter(([id]) => !id.startsWith('cue:'));
  bench.show = { ...bench.show, records: Object.fromEntries(kept) };
  bench.publish();
  await open();
  await press('+ First cue');
  expect(Object(lastEdit()?.['put'])['cue:q1']).toMatchObject({ number: '1' });
});

it('the arguments of an OSC message are typed as a list, and what can’t be read is said', async () => {
  const send = { verb: 'osc/send', args: { to: 'desk', address: '/a/b', args: [1, 'x'] } };
  Object.assign(bench.show.records['cue:q9'] ?? {}, { actions: [send] });
  bench.publish();
  await open();
  await press(/^9 ?Cue 9/);
  const field = () => screen.getByLabelText<HTMLInputElement>('Arguments of the message');
  expect(field().value).toBe('1, x');
  await type('Arguments of the message', '1, "x');
  expect(screen.getByText(/A quote is not closed/)).toBeTruthy();
  await type('Arguments of the message', '1, "x, y", 0.5, true');
  await press('Apply');
  expect(Object(lastEdit()?.['put'])['cue:q9'].actions).toEqual([
    { ...send, args: { ...send.args, args: [1, 'x, y', 0.5, true] } },
  ]);
});

it('where no number is left it says so and what to do', async () => {
  const record = { name: { fr: '', en: '' } };
  Object.assign(bench.show.records, {
    'cue:a': { ...record, number: '5.0001' },
    'cue:b': { ...record, number: '5.0002' },
  });
  await open();
  await press(/^5\.0001/);
  expect(screen.getByText(/no number left between 5.0001 and 5.0002.*Renumber/)).toBeTruthy();
  expect(isDisabled('Duplicate')).toBe(true);
});

it('an edit is one step; a taken number and a bad loop are said at their fields before anything is sent', async () => {
  await open();
  await press(/^4 ?Cue 4/);
  await type('Number', '5');
  expect(screen.getByText(/Cue 5 is "cue:q5" already/).closest('.form-field')?.className).toMatch('wrong');
  expect(isDisabled('Apply')).toBe(true);
  await type('Number', '4,7');
  await type('Loops from', '31');
  expect(screen.getByText(/A loop starts before its cue/)).toBeTruthy();
  await type('Loops from', '28');
  expect(bench.of('document/edit')).toEqual([]);
  await press('Apply');
  expect(bench.of('document/edit').length).toBe(1);
  expect(lastEdit()).toMatchObject({
    document: 'show',
    put: { 'cue:q4': { number: '4.7', arrive: { kind: 'loop', from: 28 } } },
  });
});

it('what the host refuses is said: the lock at the edit bar, a path at its field', async () => {
  await open();
  await type('Note', 'Watch the dancers');
  bench.refusal = { ok: false, code: 'show-locked', message: 'The show is locked.', path: 'document/edit' };
  await press('Apply');
  expect(screen.getByRole('alert').textContent).toMatch(/refused: The show is locked/);
  bench.refusal = { ok: false, code: 'record-shape', message: 'Too long here.', path: 'cue:q1.note' };
  await press('Apply');
  expect(screen.getByText('! Too long here.').closest('.form-field')?.className).toMatch('wrong');
  await press('Apply');
  expect(screen.getByText('✓ saved')).toBeTruthy();
});

it('place, follow, colour and actions are chosen, not typed', async () => {
  await open();
  await press(/^9 ?Cue 9/);
  await press(/Place/);
  await press(/Follow/);
  await press('#5aa9ff');
  await press('+ Add an action');
  const added = screen.getByRole('group', { name: 'Action 2' });
  await act(async () => {
    fireEvent.change(within(added).getByLabelText('Action 2'), { target: { value: 'panic' } });
  });
  await press('Apply');
  expect(Object(lastEdit()?.['put'])['cue:q9']).toMatchObject({
    at: { timeline: 'timeline:main', position: 0 },
    follow: { after: 0, cue: 'cue:q9-5' },
    colour: '#5aa9ff',
    actions: [
      { verb: 'timeline/start', args: { id: 'sting' } },
      { verb: 'panic', args: {} },
    ],
  });
});

it('what names a cue is named, and keeps it; what nobody names is removed on the second press', async () => {
  Object.assign(bench.show.records, {
    'trigger:five': { address: '/five', verb: 'cue/go', args: { cue: '5' } },
  });
  await open();
  await press(/^5 ?Cue 5/);
  expect(screen.getByText(/Cue 5 is named by: trigger five/)).toBeTruthy();
  expect(isDisabled('Remove')).toBe(true);
  await press(/^9\.5 ?Cue/);
  await press('Remove');
  expect(bench.of('document/edit')).toEqual([]);
  await press('Sure? Remove 9.5');
  expect(lastEdit()).toMatchObject({ remove: ['cue:q9-5'] });
  expect(rows()).not.toContain('9.5');
});

it('who may not design reads; the address opens one cue', async () => {
  location.hash = '#connect/cues/q3';
  await open(false);
  expect(screen.getByRole('region', { name: 'cue 3' })).toBeTruthy();
  expect(screen.getByText(/Read only: cues belong to the show/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Apply' })).toBeNull();
  expect(screen.getByLabelText('Number').hasAttribute('disabled')).toBe(true);
  expect(screen.queryByRole('button', { name: /New cue/ })).toBeNull();
});
