import { expect, it } from 'vitest';
import { targetOf } from '../../../main/host/spare/target.ts';

it('takes the token out of the address', () => {
  expect(targetOf('http://owner:se%2Fcret@127.0.0.1:8090/', {}, undefined)).toEqual({
    ok: true,
    value: { url: 'http://127.0.0.1:8090', token: 'se/cret', pin: null },
  });
});

it('takes the token of the environment, and the PIN', () => {
  const env = { FRISE_FOLLOW_TOKEN: 'secret' };
  expect(targetOf('https://regie.local:8090', env, '042137')).toEqual({
    ok: true,
    value: { url: 'https://regie.local:8090', token: 'secret', pin: '042137' },
  });
});

it.each(['nonsense', 'ftp://x', 'http://x/other', 'http://'])('refuses %s', (text) => {
  expect(targetOf(text, {}, undefined)).toMatchObject({ ok: false, code: 'bad-flag', path: '--follow' });
});

it('refuses a PIN that is none', () => {
  expect(targetOf('http://x', {}, '12')).toMatchObject({ ok: false, path: '--follow-pin' });
});
