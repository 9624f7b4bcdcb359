import { noTimecode } from '../../../../core/control/timecode.topics.ts';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Station from '../../../../core/station/station.schema.ts';
import { ConnectPage } from '../../../../renderer/console/connect/connect-page.tsx';
import { SessionContext, type Session } from '../../../../renderer/console/pairing/session.ts';
import { LanguageContext, LinkContext } from '../../../../renderer/console/use-link.ts';
import { ConnectBench } from './bench.ts';

// Kinds of this test's own: the page works from schemas, whatever rooms there are.
vi.mock('../../../../core/station/station.schema.ts', async (original) => {
  const real = await original<typeof Station>();
  const { z } = await import('zod');
  const osc = z.object({
    isOn: z.boolean().default(true).describe('whether the port is open'),
    side: z.enum(['server', 'client']).default('server'),
    port: z.number().int().min(0).max(65_535).default(8001).describe('port'),
    senders: z.array(z.string().min(1)).max(4).default([]),
    keepAlive: z.number().min(0).max(600).nullable().default(null).describe('seconds between pings'),
    days: z.array(z.enum(['mon', 'tue'])).default([]),
    qlcplus: z.object({ universe: z.number().int().min(1).default(1) }).default({ universe: 1 }),
  });
  const sound = z.object({ masterDb: z.number().min(-60).max(12).default(0).describe('level, dB') });
  return { ...real, stationRecordSchemas: { station: real.stationSchema, osc, sound } };
});

let bench: ConnectBench;
const owner: Session = { isNear: true, isOwner: true, mayDesign: true, showOwner: () => undefined };
const open = async (session: Session = owner) => {
  render(
    <LinkContext.Provider value={bench}>
      <LanguageContext.Provider value="en">
        <SessionContext.Provider value={session}>
          <ConnectPage />
        </SessionContext.Provider>
      </LanguageContext.Provider>
    </LinkContext.Provider>,
  );
  await act(async () => undefined);
};
const press = async (name: string | RegExp) => {
  await act(async () => {
    fireEvent.click(screen.getByRole('button', { name }));
  });
};
const type = async (label: string | RegExp, text: string) => {
  await act(async () => {
    fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
  });
};
const hears = async (...message: Parameters<ConnectBench['hears']>) => {
  await act(async () => bench.hears(...message));
};
const lastEdit = () => bench.of('document/edit').at(-1);
beforeEach(() => {
  bench = new ConnectBench();
});
afterEach(cleanup);

describe('ways in', () => {
  it('say in a word how they are, and what came last', async () => {
    await open();
    await hears('/eos/out/event/cue/1/3/fire', 'trigger: trigger:eos → cue/go');
    const card = screen.getByRole('button', { name: /osc.*waiting/s });
    expect(card.textContent).toMatch(/just now/);
    expect(card.textContent).toMatch(/\/eos\/out\/event\/cue\/1\/3\/fire/);
    expect(screen.getByRole('button', { name: /midi.*fault/s }).textContent).toMatch(
      /no device.*never heard/s,
    );
  });
  it('are ignored by one press each, or all of them, asked once more', async () => {
    await open();
    await press('Ignore osc');
    expect(bench.of('input/arm')).toEqual([{ id: 'osc', armed: false }]);
    await press(/Ignore all/);
    expect(bench.of('input/arm').length).toBe(1);
    await press(/Sure\? The desk/);
    expect(bench.of('input/arm').at(-1)).toEqual({ id: 'midi', armed: false });
    await press('Listen to all');
    expect(bench.inputs.every(({ armed }) => armed)).toBe(true);
  });
  it('show their log as it comes, held while someone reads, filtered', async () => {
    await open();
    await hears('/one');
    await hears('/two');
    await screen.findByText('/one', { selector: 'td' });
    await press('Pause');
    await hears('/three');
    expect(screen.queryByText('/three', { selector: 'td' })).toBeNull();
    expect(await screen.findByText('Paused: 1 new')).toBeTruthy();
    await press('Go on');
    await type('Filter', 'THREE');
    expect(screen.queryByText('/one', { selector: 'td' })).toBeNull();
    expect(screen.getByText('/three', { selector: 'td' })).toBeTruthy();
  });
});

describe('learn', () => {
  beforeEach(async () => {
    await open();
    await press('Triggers');
    await hears('/before');
    await press(/Learn/);
  });
  it('shows what comes after the press, an address once, and makes a trigger of what is chosen', async () => {
    await hears('/eos/out/event/cue/1/1/fire');
    await hears('/0/dmx/0 ,f 0.1');
    await hears('/0/dmx/0 ,f 0.2');
    expect(screen.queryByText('/before')).toBeNull();
    expect(screen.getByText('× 2')).toBeTruthy();
    await press(/cue\/1\/1\/fire.*foreign/s);
    await press(/Fire the cue that the message names \(1\)/);
    expect(screen.getByText(/Of the last 4 messages of osc: 1 firings/)).toBeTruthy();
    await press('Save');
    expect(lastEdit()).toMatchObject({
      document: 'show',
      put: {
        'trigger:eos-out-event-cue-1-fire': {
          address: '/eos/out/event/cue/1/{cue}/fire',
          verb: 'cue/go',
          args: { cue: '$cue' },
        },
      },
    });
    expect(bench.of('go')).toEqual([]);
  });
  it('says that an address of Frise needs no trigger', async () => {
    await hears('/frise/go', 'verb: go');
    await press(/\/frise\/go.*verb/s);
    expect(screen.getByText(/understands this address already/)).toBeTruthy();
  });
  it('shows in red, and does not save, what the show does not have', async () => {
    await hears('/x');
    await press(/\/x.*foreign/s);
    await press(/Button: GO/);
    await type('Address', '/x/{a}/{a}');
    expect(screen.getByRole('alert').textContent).toMatch(/twice/);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
    await type('Address', '/x/{a}');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('triggers of the show', () => {
  it('whose cue or verb is not there are red, with the check’s words; a test says what a message would do', async () => {
    const trigger = { input: 'osc', address: '/a', verb: 'cue/go', args: { cue: '999' } };
    bench.show = {
      ...bench.show,
      records: {
        ...bench.show.records,
        'trigger:lost': trigger,
        'trigger:odd': { ...trigger, address: '/b', verb: 'explode', args: {} },
        'trigger:good': { ...trigger, address: '/c', args: { cue: '$1' } },
      },
    };
    bench.publish();
    await open();
    await press('Triggers');
    const row = (name: RegExp) => within(screen.getByRole('button', { name }));
    expect(row(/^lost/).getByText(/No cue "999"/)).toBeTruthy();
    expect(row(/^odd/).getByText(/No verb "explode"/)).toBeTruthy();
    expect(row(/^good/).queryByText(/✕/)).toBeNull();
    await type('What would this message do?', '/c ,i 2');
    expect(screen.getByText('good → Fire a cue: cue 2')).toBeTruthy();
    await type('What would this message do?', '/elsewhere');
    expect(screen.getByText('no trigger takes it')).toBeTruthy();
    expect(bench.of('cue/go')).toEqual([]);
  });
});

describe('the station', () => {
  it('is read by everybody and changed by its owner', async () => {
    await open({ isNear: true, isOwner: false, mayDesign: true, showOwner: () => undefined });
    await press('Station');
    expect(screen.getByLabelText<HTMLInputElement>('Name of this machine').disabled).toBe(true);
    expect(screen.getByLabelText('Owner token')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Add/ })).toBeNull();
  });
  it('a record is added by name, broken, mended, applied as one step, and undone', async () => {
    await open();
    await press('Station');
    await press('+ Add: OSC port');
    await type(/^Name \(a–z/, 'Eos Hall');
    await press('✓ Add');
    expect(lastEdit()).toMatchObject({
      document: 'station',
      put: { 'osc:eos-hall': { port: 8001, senders: [] } },
    });
    const form = screen.getByRole('region', { name: 'osc:eos-hall' });
    await type('Port', '70000');
    expect(within(form).getByText('! Too large: 65535 at most.')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Apply' }).disabled).toBe(true);
    await type('Port', 'abc');
    expect(within(form).getByText('! Type a number.')).toBeTruthy();
    await type('Port', '3032');
    await press('connects (client)');
    await press(/Mon/);
    await type('Ping every', '2,5');
    const before = bench.of('document/edit').length;
    await press('Apply');
    expect(bench.of('document/edit').length).toBe(before + 1);
    expect(lastEdit()?.['put']).toEqual({
      'osc:eos-hall': {
        isOn: true,
        side: 'client',
        port: 3032,
        senders: [],
        keepAlive: 2.5,
        days: ['mon'],
        qlcplus: { universe: 1 },
      },
    });
    await press(/Undo/);
    expect(bench.of('document/undo')).toEqual([{ document: 'station' }]);
    expect(screen.getByLabelText<HTMLInputElement>('Port').value).toBe('8001');
  });
  it('what the host refuses is said at its field', async () => {
    bench.station = { ...bench.station, records: { ...bench.station.records, 'osc:a': {} } };
    bench.publish();
    await open();
    await press('Station');
    await press('a');
    await type('Port', '8000');
    bench.refusal = {
      ok: false,
      code: 'station-port',
      message: 'Port 8000 is taken by osc:b.',
      path: 'osc:a.port',
    };
    await press('Apply');
    const field = screen.getByLabelText('Port').closest('.form-field');
    expect(field?.textContent).toMatch(/Port 8000 is taken/);
    await type('Port', '8002');
    expect(field?.textContent).not.toMatch(/taken/);
  });
  it('a list grows and shrinks; an empty line in it is named', async () => {
    bench.station = { ...bench.station, records: { ...bench.station.records, 'osc:a': {} } };
    bench.publish();
    await open();
    await press('Station');
    await press('a');
    await press('+ Add');
    expect(screen.getByText('! Must not be empty.')).toBeTruthy();
    await type('Senders allowed 1', '10.0.0.0/8');
    await press('Apply');
    expect(lastEdit()).toMatchObject({ put: { 'osc:a': { senders: ['10.0.0.0/8'] } } });
    await press('Take Senders allowed 1 away');
    await press('Apply');
    expect(lastEdit()).toMatchObject({ put: { 'osc:a': { senders: [] } } });
  });
  it('records are renamed with whoever names them, copied and removed', async () => {
    bench.station = {
      ...bench.station,
      records: { ...bench.station.records, 'osc:a': {}, 'osc:b': { senders: ['osc:a'] } },
    };
    bench.publish();
    await open();
    await press('Station');
    await press('a');
    await press('Rename');
    await type(/^Name \(a–z/, 'b');
    expect(screen.getByText('! This name is taken.')).toBeTruthy();
    await type(/^Name \(a–z/, 'desk');
    await press('✓ Rename');
    expect(lastEdit()).toMatchObject({
      remove: ['osc:a'],
      put: { 'osc:desk': {}, 'osc:b': { senders: ['osc:desk'] } },
    });
    await press('Duplicate');
    expect(Object.keys(bench.station.records)).toContain('osc:desk-2');
    await press(/Remove/);
    await press(/Sure\? Remove desk-2/);
    await waitFor(() => expect(Object.keys(bench.station.records)).not.toContain('osc:desk-2'));
  });
  it('what is typed and not applied stays while one looks elsewhere, and says so', async () => {
    await open();
    await press('Station');
    await type('Name of this machine', 'Booth');
    await press(/Sound output/);
    await type('Master level', '-6');
    await press('Revert');
    expect(screen.getByLabelText<HTMLInputElement>('Master level').value).toBe('0');
    await press(/Station ● modified/);
    expect(screen.getByLabelText<HTMLInputElement>('Name of this machine').value).toBe('Booth');
  });
});

describe('timecode and live sound', () => {
  it('the code, the lock and the error are said in words', async () => {
    bench.setTopic('timecode', {
      ...noTimecode.timecode,
      source: 'ltc',
      rate: '25',
      state: 'locked',
      code: '10:00:12:05',
      speed: 1,
      errorMs: -1.25,
      freewheelSince: null,
      isChasing: true,
    });
    await open();
    await press('Timecode');
    for (const text of ['10:00:12:05', /LOCKED/, 'LTC', '−1.3 ms'])
      expect(screen.getByText(text)).toBeTruthy();
  });
  it('a meter says its level and where the signal is gone', async () => {
    bench.setTopic('soundInput', { state: 'silent', device: 'Line 1', level: 0.5, bands: [], onsetAt: null });
    await open();
    await press('Sound');
    expect(screen.getByText(/SILENT — cable\? Line 1/)).toBeTruthy();
    expect(screen.getByText('−30 dB')).toBeTruthy();
  });
  it('the show’s sounds: what was measured, what waits and what can’t be', async () => {
    const none = { hash: null, why: '', duration: null, loudness: null, truePeak: null, onsets: null };
    bench.setTopic('analyses', {
      'media:song': { ...none, state: 'ready', duration: 9, loudness: -16.02, truePeak: -1.2, onsets: 12 },
      'media:hum': { ...none, state: 'waiting' },
      'media:torn': { ...none, state: 'failed', why: 'no codec' },
    });
    await open();
    await press('Sound');
    const items = within(screen.getByRole('region', { name: 'Sounds of the show' })).getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      'media/song.ogg● measured 9.0 s · −16.0 LUFS · −1.2 dBTP · hits: 12',
      'media:hum○ to be measured: open the sound page, playback stopped ',
      'media:torn✕ not measured: no codec',
    ]);
  });
});

it('has no accessibility violation that axe can see, in any part', async () => {
  await open();
  await hears('/one');
  for (const name of ['Messages', 'Triggers', 'Cues', 'Schedule', 'Timecode', 'Sound', 'Station']) {
    await press(name);
    const { violations } = await axe.run(document.body, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    });
    expect([name, violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)]).toEqual([name, []]);
  }
});
