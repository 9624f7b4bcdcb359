import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import type { ProjectorStatus, Topics } from '../../../core/control/link.ts';
import { addressText, readAddress } from '../../../renderer/console/calibrate/projector/address.ts';
import { ProjectorsPanel } from '../../../renderer/console/calibrate/projectors.tsx';
import { LanguageContext, LinkContext } from '../../../renderer/console/use-link.ts';
import { TopicLink } from './topic-link.ts';

afterEach(cleanup);

const output = (name: string, host: string | null) => ({
  name,
  width: 640,
  height: 360,
  display: {},
  region: { x: 0, y: 0, width: 8, height: 4.5 },
  blend: { kind: 'auto', power: 1 },
  colour: {},
  projector: host === null ? null : { host, port: 4352 },
});
const rigOf = (outputs: Record<string, string | null>): Topics['rig'] => ({
  revision: 1,
  document: {
    format: 'frise-rig',
    schema: 1,
    records: {
      'rig:test': { title: 'Test', facade: { width: 16, height: 9 }, density: 40 },
      ...Object.fromEntries(
        Object.entries(outputs).map(([name, host]) => [`output:${name}`, output(`Tower ${name}`, host)]),
      ),
    },
    order: { 'rig:test': Object.keys(outputs).map((name) => `output:${name}`) },
  },
});
const makeStatus = (overrides: Partial<ProjectorStatus> = {}): ProjectorStatus => ({
  output: 'left',
  address: '10.0.0.1:4352',
  state: 'reachable',
  power: 'on',
  shutter: 'open',
  input: '31',
  inputs: ['31', '32'],
  inputNames: { '31': 'HDMI 1' },
  signal: '1920x1200',
  lamps: [{ hours: 1234, on: true }],
  filterHours: 321,
  errors: {},
  temperature: null,
  name: 'Cour',
  model: 'Optics 20K',
  serial: null,
  version: null,
  notes: [],
  lastAnswerAt: '2026-06-01T20:41:05.000Z',
  problem: null,
  ...overrides,
});

const open = (
  rig: Topics['rig'],
  projectors: ProjectorStatus[],
  isHere = true,
  language: 'fr' | 'en' = 'en',
) => {
  const link = new TopicLink({ rig, projectors });
  link.isHere = isHere;
  render(
    <LinkContext.Provider value={link}>
      <LanguageContext.Provider value={language}>
        <ProjectorsPanel />
      </LanguageContext.Provider>
    </LinkContext.Provider>,
  );
  return link;
};
const row = (name = 'Tower left') => {
  const found = screen.getByText(name, { selector: 'h3' }).closest('li');
  if (!found) throw new Error(`no row ${name}`);
  return within(found);
};
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('a row', () => {
  it('says in words how the projector is', () => {
    open(rigOf({ left: '10.0.0.1' }), [makeStatus()]);
    const text = row().getByRole('heading').closest('li')?.textContent ?? '';
    for (const words of [
      '● On',
      '□ Open',
      '1,234 h',
      'Filter 321 h',
      'normal',
      '✓ none',
      'HDMI 1',
      '1920x1200',
    ])
      expect(text).toContain(words);
    expect(text).toContain('Cour · Optics 20K · 10.0.0.1');
  });
  it.each<[Partial<ProjectorStatus>, RegExp]>([
    [{ power: 'warming', shutter: null }, /◐ Warming up/],
    [{ power: 'cooling', shutter: null }, /◐ Cooling/],
    [{ power: 'off', shutter: null }, /○ Off/],
    [{ state: 'silent', power: null, shutter: null, lamps: [] }, /▲ Does not answer/],
    [{ state: 'refused', power: null }, /✕ Refuses/],
    [{ state: 'unknown', power: null, lastAnswerAt: null }, /… Looking….*never/],
    [{ lamps: [] }, /no counter/],
    [{ temperature: 41.5 }, /41\.5 °C/],
    [{ temperature: 70, errors: { temperature: 'error' } }, /▲ error 70 °C/],
    [{ errors: { filter: 'warning', fan: 'error' } }, /▲ Fan: error△ Filter: warning/],
    [{ signal: 'none' }, /△ no signal/],
    [
      { notes: [{ order: 'power-on', why: 'cooling', isWaiting: true }] },
      /◷ Waits: switch on — it cools; done in a moment/,
    ],
    [{ notes: [{ order: 'input', why: 'no-such-input', isWaiting: false }] }, /✕ Not done: change the input/],
  ])('%j', (status, words) => {
    open(rigOf({ left: '10.0.0.1' }), [makeStatus(status)]);
    expect(document.body.textContent).toMatch(words);
  });
  it('says the problem in the reader’s language', () => {
    const problem = {
      code: 'projector-silent',
      message: 'The projector does not answer.',
      path: 'output:left',
    };
    open(rigOf({ left: '10.0.0.1' }), [makeStatus({ state: 'silent', problem })], true, 'fr');
    expect(row().getByText(/▲ Le projecteur ne répond pas/)).toBeTruthy();
  });
});

describe('orders', () => {
  it('on, shutter and input go at once; off asks first', () => {
    const link = open(rigOf({ left: '10.0.0.1' }), [makeStatus()]);
    press('Switch on');
    press('Close shutter');
    press('Open shutter');
    fireEvent.change(row().getByRole('combobox'), { target: { value: '32' } });
    press('Switch off');
    expect(link.sent).toEqual([
      ['projector/power', { id: 'left', on: true }],
      ['projector/shutter', { id: 'left', closed: true }],
      ['projector/shutter', { id: 'left', closed: false }],
      ['projector/input', { id: 'left', input: '32' }],
    ]);
    press('Sure? Switch off');
    expect(link.sent.at(-1)).toEqual(['projector/power', { id: 'left', on: false }]);
  });
  it('all of them at once', () => {
    const link = open(rigOf({ left: '10.0.0.1', right: null }), [makeStatus()]);
    for (const name of ['All on', 'Close all shutters', 'Open all shutters', 'All off', 'Sure? All off'])
      press(name);
    expect(link.sent).toEqual([
      ['projector/power', { id: 'all', on: true }],
      ['projector/shutter', { id: 'all', closed: true }],
      ['projector/shutter', { id: 'all', closed: false }],
      ['projector/power', { id: 'all', on: false }],
    ]);
  });
  it('a refusal is said', async () => {
    const link = open(rigOf({ left: '10.0.0.1' }), [makeStatus()]);
    link.answer = () => ({
      ok: false,
      code: 'role-refused',
      message: 'Your role may not do this.',
      path: '',
    });
    press('Switch on');
    expect(await screen.findByText(/▲ Your role may not do this/)).toBeTruthy();
  });
  it('nothing can be pressed without a line', () => {
    open(rigOf({ left: '10.0.0.1' }), [makeStatus()], false);
    const isDead = (button: HTMLButtonElement) =>
      button.disabled || button.closest('fieldset')?.disabled === true;
    expect(screen.getAllByRole<HTMLButtonElement>('button').filter((each) => !isDead(each))).toEqual([]);
  });
});

describe('address and password', () => {
  it('an empty rig says what to do', () => {
    open(rigOf({}), []);
    expect(screen.getByText(/^No output\. Add one/)).toBeTruthy();
    cleanup();
    open(rigOf({ left: null }), []);
    expect(screen.getByText(/^No projector is entered/)).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'All on' }).disabled).toBe(true);
  });
  it('an address goes into the rig, beside what the record has by then', () => {
    const link = open(rigOf({ left: null }), []);
    fireEvent.change(screen.getByLabelText(/^Address/), { target: { value: ' 10.0.0.9:4353 ' } });
    const now = rigOf({ left: null });
    Object.assign(now.document.records['output:left'] as object, { latencyMs: 12 });
    link.set({ rig: now });
    press('Save');
    expect(link.sent).toEqual([
      [
        'document/edit',
        {
          document: 'rig',
          label: 'Projector address of Tower left',
          put: {
            'output:left': {
              ...output('Tower left', null),
              latencyMs: 12,
              projector: { host: '10.0.0.9', port: 4353 },
            },
          },
          remove: [],
          order: {},
        },
      ],
    ]);
  });
  it('what is no address stays here and is said', () => {
    const link = open(rigOf({ left: null }), []);
    fireEvent.change(screen.getByLabelText(/^Address/), { target: { value: 'http://beamer' } });
    press('Save');
    expect(screen.getByRole('alert').textContent).toContain('This is no address');
    expect(link.sent).toEqual([]);
  });
  it('removing one asks first', () => {
    const link = open(rigOf({ left: '10.0.0.1' }), [makeStatus()]);
    press('Remove');
    expect(link.sent).toEqual([]);
    press('Sure? Remove');
    expect(link.sent[0]).toMatchObject(['document/edit', { put: { 'output:left': { projector: null } } }]);
  });
  it('a password is sent and gone from the page', () => {
    const problem = { code: 'projector-password', message: 'It wants another.', path: '' };
    const link = open(rigOf({ left: '10.0.0.1' }), [makeStatus({ state: 'refused', problem })]);
    const field = screen.getByLabelText<HTMLInputElement>(/^Password/);
    expect(field.type).toBe('password');
    expect(field.closest('details')?.open).toBe(true);
    fireEvent.change(field, { target: { value: 'geheim' } });
    fireEvent.submit(field.closest('form') as HTMLFormElement);
    press('Forget the password');
    expect(link.sent).toEqual([
      ['projector/password', { id: 'left', password: 'geheim' }],
      ['projector/password', { id: 'left', password: null }],
    ]);
    expect(field.value).toBe('');
  });
  it.each([
    ['10.0.0.5', { host: '10.0.0.5', port: 4352 }],
    ['beamer-3.local:5000', { host: 'beamer-3.local', port: 5000 }],
    ['fe80::1', { host: 'fe80::1', port: 4352 }],
    ['[fe80::1]:99', { host: 'fe80::1', port: 99 }],
    ['', null],
    ['a b', null],
    ['host:0', null],
    ['host:70000', null],
    ['-x', null],
    ['10.0.0.5:', null],
  ])('reads %j', (text, address) => {
    expect(readAddress(text)).toEqual(address);
  });
  it.each(['10.0.0.5', 'beamer:5000', 'fe80::1', '[fe80::1]:99'])('writes %s as it was read', (text) => {
    const address = readAddress(text);
    expect(address && addressText(address)).toBe(text);
  });
});

it('has no accessibility violation that axe can see', async () => {
  open(rigOf({ left: '10.0.0.1', middle: null, right: '10.0.0.2' }), [
    makeStatus({ errors: { lamp: 'error' } }),
    makeStatus({ output: 'right', state: 'silent', power: null }),
  ]);
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
});
