import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Pairing } from '../../../../core/control/link.ts';
import { PairingPanel } from '../../../../renderer/console/pairing/pairing-panel.tsx';
import { SessionContext, type Session } from '../../../../renderer/console/pairing/session.ts';
import { LanguageContext, LinkContext } from '../../../../renderer/console/use-link.ts';
import { FakeLink, noPairing } from './fake-link.ts';

afterEach(cleanup);
const url = 'http://192.168.1.20:8090';
const on: Pairing = { ...noPairing, lan: { on: true, urls: [url] } };
const device = {
  id: 'd1',
  name: 'iPad de Zoé',
  role: 'technician',
  connected: true,
  pairedAt: '2026-11-25T20:00:00Z',
  lastSeenAt: null,
} as const;
const owner: Session = { isNear: true, isOwner: true, mayDesign: true, showOwner: () => undefined };

const opens = (until = 220) =>
  new FakeLink(on, (verb, link) => {
    if (verb !== 'pair/open') return { ok: true, value: {} };
    link.set({ open: { role: 'technician', until } });
    return { ok: true, value: { pin: '042137', until, urls: [`${url}/pair`] } };
  });
const show = (link: FakeLink, session: Session = owner) =>
  render(
    <LinkContext.Provider value={link}>
      <LanguageContext.Provider value="fr">
        <SessionContext.Provider value={session}>
          <PairingPanel />
        </SessionContext.Provider>
      </LanguageContext.Provider>
    </LinkContext.Provider>,
  );
const violations = async () => {
  const found = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return found.violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`);
};
const pressPair = async () => {
  fireEvent.click(screen.getByText('Appairer une tablette'));
  await screen.findByText(/Saisissez ce code/);
};

describe('the owner', () => {
  it('switches the network on, and sees where it is', () => {
    const link = new FakeLink();
    show(link);
    expect(screen.queryByText('Appairer une tablette')).toBeNull();
    fireEvent.click(screen.getByRole('switch'));
    expect(link.sent).toEqual([['lan/set', { on: true }]]);
    act(() => link.set({ lan: { on: true, urls: [] } }));
    expect(screen.getByText(/Aucune adresse réseau/)).toBeTruthy();
    act(() => link.set({ lan: { on: true, urls: [url] } }));
    expect(screen.getByText(url)).toBeTruthy();
  });
  it('pairs a technician first, and holds up an address without the PIN beside a PIN in huge digits', async () => {
    const link = opens();
    show(link);
    await pressPair();
    expect(link.sent).toEqual([['pair/open', { role: 'technician' }]]);
    expect(screen.getByLabelText('Code 0 4 2 1 3 7').textContent?.replace(/\D/g, '')).toBe('042137');
    expect(screen.getByText('encore 2:00')).toBeTruthy();
    const code = screen.getByRole('img').outerHTML;
    expect(code).toContain(`${url}/pair`);
    expect(code).not.toContain('042137');
  });
  it('chooses another role', async () => {
    const link = opens();
    show(link);
    fireEvent.click(screen.getByLabelText(/Opérateur/));
    await pressPair();
    expect(link.sent).toEqual([['pair/open', { role: 'operator' }]]);
  });
  it('sees the PIN go when it was used, replaced by another console or called off', async () => {
    const link = opens();
    show(link);
    await pressPair();
    fireEvent.click(screen.getByText('Annuler'));
    expect(link.sent.at(-1)).toEqual(['pair/close', {}]);
    act(() => link.set({ open: { role: 'viewer', until: 240 } }));
    expect(screen.queryByLabelText('Code 0 4 2 1 3 7')).toBeNull();
    act(() => link.set({ open: null, devices: [device] }));
    expect(screen.getByText('✓ iPad de Zoé est appairé.')).toBeTruthy();
  });
  it('sees the time run out', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const link = opens();
    show(link);
    await act(async () => fireEvent.click(screen.getByText('Appairer une tablette')));
    link.now = 161;
    await act(async () => vi.advanceTimersByTime(300));
    expect(screen.getByText('encore 0:59')).toBeTruthy();
    link.now = 221;
    await act(async () => vi.advanceTimersByTime(300));
    expect(screen.getByText(/Le code a expiré/)).toBeTruthy();
    vi.useRealTimers();
  });
  it('throws a device out, asked once more', () => {
    const link = new FakeLink({
      ...on,
      devices: [device, { ...device, id: 'd2', name: 'Bob', connected: false }],
    });
    show(link);
    expect(screen.getByText('● connecté')).toBeTruthy();
    expect(screen.getByText('○ jamais vu')).toBeTruthy();
    const button = screen.getAllByText('Exclure')[0]!;
    fireEvent.click(button);
    expect(link.sent).toEqual([]);
    fireEvent.click(screen.getByText('Sûr ? Exclure iPad de Zoé'));
    expect(link.sent).toEqual([['pair/revoke', { device: 'd1' }]]);
  });
  it('a question that is left is not answered', () => {
    const link = new FakeLink({ ...on, devices: [device] });
    show(link);
    fireEvent.click(screen.getByText('Exclure'));
    fireEvent.blur(screen.getByText(/Sûr/));
    fireEvent.click(screen.getByText('Exclure'));
    expect(link.sent).toEqual([]);
  });
  it('hears what was refused, and that someone guessed', async () => {
    const refusal = { ok: false, code: 'pair-locked', message: 'x', path: '' } as const;
    const link = new FakeLink(on, () => refusal);
    show(link);
    fireEvent.click(screen.getByText('Appairer une tablette'));
    expect((await screen.findByRole('alert')).textContent).toMatch(/Trop de codes faux/);
    cleanup();
    show(new FakeLink({ ...on, notice: { code: 'pair-exhausted', message: 'x', path: '192.168.1.66' } }));
    expect(screen.getByRole('alert').textContent).toMatch(/192\.168\.1\.66/);
  });
  it('has no accessibility violation that axe can see', async () => {
    show(new FakeLink({ ...on, devices: [device] }));
    expect(await violations()).toEqual([]);
    cleanup();
    show(opens());
    await pressPair();
    expect(await violations()).toEqual([]);
  });
});

describe('who is not the owner', () => {
  it('sees and may type the token, on this machine', async () => {
    const shown: string[] = [];
    const link = new FakeLink({ ...on, devices: [device] });
    show(link, { isNear: true, isOwner: false, mayDesign: true, showOwner: (token) => shown.push(token) });
    expect(screen.getByText('iPad de Zoé')).toBeTruthy();
    expect(screen.queryByText('Exclure')).toBeNull();
    expect(screen.getByRole('switch').hasAttribute('disabled')).toBe(true);
    fireEvent.click(screen.getByText('Devenir propriétaire'));
    expect(shown).toEqual([]);
    fireEvent.change(screen.getByLabelText('Jeton du propriétaire'), { target: { value: ' abc ' } });
    fireEvent.click(screen.getByText('Devenir propriétaire'));
    expect(shown).toEqual(['abc']);
    expect(await violations()).toEqual([]);
  });
  it('is told where to go, on a tablet', () => {
    show(new FakeLink(), { isNear: false, isOwner: false, mayDesign: true, showOwner: () => undefined });
    expect(screen.getByText(/sur la machine du spectacle/)).toBeTruthy();
    expect(screen.queryByRole('switch')).toBeNull();
  });
});
