import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askHost, type Answer } from '../../../../renderer/console/pair-page/ask.ts';
import { PairPage } from '../../../../renderer/console/pair-page/pair-page.tsx';
import type { DeviceKey } from '../../../../renderer/console/pairing/keys.ts';

afterEach(cleanup);
beforeEach(() => {
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('fr-FR');
});
const device: DeviceKey = { token: 't', name: 'Tablette', role: 'technician' };
const open = (answer: Answer | Promise<Answer> = { ok: true, value: device }) => {
  const asked: [string, string][] = [];
  const paired: DeviceKey[] = [];
  render(
    <PairPage
      why={null}
      onPaired={(key) => paired.push(key)}
      onAlready={null}
      ask={async (pin, name) => {
        asked.push([pin, name]);
        return answer;
      }}
    />,
  );
  return { asked, paired };
};
const type = (digits: string) => {
  for (const digit of digits) fireEvent.click(screen.getByRole('button', { name: digit }));
};
const enter = async () => {
  await act(async () => fireEvent.click(screen.getByText('Valider')));
};
const isReady = () => !screen.getByText('Valider').hasAttribute('disabled');

describe('the page that pairs', () => {
  it('takes six digits by thumb and a name', async () => {
    const { asked, paired } = open();
    type('04213');
    expect(isReady()).toBe(false);
    type('79');
    fireEvent.change(screen.getByLabelText('Nom de cet appareil'), { target: { value: ' Zoé ' } });
    expect(screen.getByRole('status').textContent).toBe('042137');
    await enter();
    expect(asked).toEqual([['042137', 'Zoé']]);
    expect(paired).toEqual([device]);
  });
  it('takes them from a keyboard, and not from the name', async () => {
    const { asked } = open();
    for (const key of ['1', '2', 'x', '3', 'Backspace', '3', '4', '5', '6'])
      fireEvent.keyDown(document.body, { key });
    fireEvent.keyDown(screen.getByLabelText('Nom de cet appareil'), { key: '9' });
    await act(async () => fireEvent.keyDown(document.body, { key: 'Enter' }));
    expect(asked).toEqual([['123456', 'Tablette']]);
  });
  it('needs a name', () => {
    open();
    type('123456');
    fireEvent.change(screen.getByLabelText('Nom de cet appareil'), { target: { value: '  ' } });
    expect(isReady()).toBe(false);
  });
  it('says that the PIN was wrong and starts again', async () => {
    open({ ok: false, code: 'pin-wrong', message: 'wrong', path: 'pin', waitSeconds: 0 });
    type('123456');
    await enter();
    expect(screen.getByRole('alert').textContent).toMatch(/^Ce n’est pas le code/);
    expect(screen.getByRole('status').textContent).toBe('······');
  });
  it('waits as long as the host wants', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    open({ ok: false, code: 'pair-locked', message: 'locked', path: '', waitSeconds: 2 });
    type('123456');
    await enter();
    expect(screen.getByRole('alert').textContent).toMatch(/Réessayez dans 2 s/);
    expect(screen.getByRole('status').textContent).toBe('······');
    type('1');
    await act(async () => vi.advanceTimersByTime(1000));
    await act(async () => vi.advanceTimersByTime(1000));
    type('23456');
    expect(isReady()).toBe(true);
    vi.useRealTimers();
  });
  it('keeps the PIN when nobody answered', async () => {
    open({ ok: false, code: 'link-lost', message: '', path: '', waitSeconds: 0 });
    type('123456');
    await enter();
    expect(screen.getByRole('alert').textContent).toMatch(/Vérifiez le Wi-Fi/);
    expect(isReady()).toBe(true);
  });
  it('sends one request at a time', async () => {
    const { asked } = open(new Promise(() => undefined));
    type('123456');
    await enter();
    expect(isReady()).toBe(false);
    fireEvent.keyDown(document.body, { key: 'Enter' });
    expect(asked).toHaveLength(1);
  });
  it('has no accessibility violation that axe can see', async () => {
    open();
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
  });
});

describe('its question', () => {
  afterEach(() => vi.unstubAllGlobals());
  const answers = (status: number, body: string, headers: Record<string, string> = {}) =>
    vi.stubGlobal('fetch', async () => new Response(body, { status, headers }));

  it('reads the key', async () => {
    answers(
      200,
      JSON.stringify({ ok: true, value: { token: 't', device: { id: 'x', name: 'A', role: 'viewer' } } }),
    );
    expect(await askHost('123456', 'A')).toEqual({
      ok: true,
      value: { token: 't', name: 'A', role: 'viewer' },
    });
  });
  it('reads a refusal with its wait', async () => {
    const refusal = { ok: false, code: 'pair-locked', message: 'x', path: '' };
    answers(429, JSON.stringify(refusal), { 'Retry-After': '30' });
    expect(await askHost('123456', 'A')).toEqual({ ...refusal, waitSeconds: 30 });
  });
  it.each(['<html>a captive portal</html>', '{"ok":true,"value":{"token":1}}', ''])(
    'takes %j for no answer',
    async (body) => {
      answers(200, body);
      expect(await askHost('123456', 'A')).toMatchObject({ ok: false, code: 'link-lost' });
    },
  );
  it('survives a network that is gone', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await askHost('123456', 'A')).toMatchObject({ ok: false, code: 'link-lost' });
  });
});
