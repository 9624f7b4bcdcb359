import { describe, expect, it } from 'vitest';
import {
  forgetDevice,
  forgetOwnerToken,
  isLoopback,
  keepDevice,
  readDevice,
  storeOr,
  takeOwnerToken,
  type Store,
} from '../../../../renderer/console/pairing/keys.ts';

const memory = (): Store & { kept: Map<string, string> } => {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
};
const broken: Store = {
  getItem: () => {
    throw new Error('SecurityError');
  },
  setItem: () => {
    throw new Error('QuotaExceededError');
  },
  removeItem: () => {
    throw new Error('SecurityError');
  },
};
const past = () => {
  const urls: string[] = [];
  return { urls, replaceState: (_data: unknown, _unused: string, url: string) => void urls.push(url) };
};

describe('the owner’s token', () => {
  it('is taken out of the address, and out of the history, before anything else', () => {
    const [history, session] = [past(), memory()];
    const place = { hash: '#owner=abc', pathname: '/console', search: '?x=1' };
    expect(takeOwnerToken(place, history, session)).toBe('abc');
    expect(history.urls).toEqual(['/console?x=1']);
    expect(takeOwnerToken({ ...place, hash: '#run' }, history, session)).toBe('abc');
    forgetOwnerToken(session);
    expect(takeOwnerToken({ ...place, hash: '#run' }, history, session)).toBeNull();
    expect(history.urls).toHaveLength(1);
  });
  it('lives in a window whose browser keeps nothing', () => {
    const place = { hash: '#owner=abc', pathname: '/console', search: '' };
    expect(takeOwnerToken(place, past(), broken)).toBe('abc');
    expect(takeOwnerToken({ ...place, hash: '' }, past(), broken)).toBeNull();
  });
});

describe('a device’s key', () => {
  const device = { token: 't', name: 'Ada', role: 'technician' } as const;
  it('is kept and forgotten', () => {
    const local = memory();
    keepDevice(local, device);
    expect(readDevice(local)).toEqual(device);
    forgetDevice(local);
    expect(readDevice(local)).toBeNull();
  });
  it.each(['', '{', 'null', '{"token":""}', '{"token":"t","name":"x","role":"owner"}'])(
    'that reads %j is none',
    (text) => {
      const local = memory();
      local.setItem('frise-device', text);
      expect(readDevice(local)).toBeNull();
    },
  );
  it('needs no storage', () => {
    keepDevice(broken, device);
    forgetDevice(broken);
    expect(readDevice(broken)).toBeNull();
    const none = storeOr(() => {
      throw new Error('blocked');
    });
    expect(none.getItem('x')).toBeNull();
  });
});

it.each([
  ['127.0.0.1', true],
  ['LOCALHOST', true],
  ['[::1]', true],
  ['192.168.1.20', false],
  ['[fd00::2]', false],
  ['localhost.evil.example', false],
])('%s is this machine: %s', (hostname, expected) => {
  expect(isLoopback(hostname)).toBe(expected);
});
