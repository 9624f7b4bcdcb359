import { describe, expect, it } from 'vitest';
import { isNewerVersion, readRelease } from '../../../core/control/release-feed.ts';
import { isHttpsPage, isReleaseFeed, releasesSchema } from '../../../core/station/releases.schema.ts';

const read = (told: unknown) => readRelease(JSON.stringify(told), 'https://host.example/latest');

describe('a release, as its feed tells of it', () => {
  it('of GitHub, Gitea and Forgejo', () => {
    const told = {
      tag_name: 'v1.5.0',
      html_url: 'https://host.example/frise/releases/tag/v1.5.0',
      published_at: '2019-01-02T03:04:05Z',
      assets: [{ browser_download_url: 'https://host.example/frise.exe' }],
    };
    expect(read(told)).toEqual({
      ok: true,
      value: {
        version: '1.5.0',
        address: 'https://host.example/frise/releases/tag/v1.5.0',
        date: '2019-01-02T03:04:05.000Z',
      },
    });
  });
  it('of GitLab, and a plain file', () => {
    const gitlab = {
      tag_name: '2.0.0',
      released_at: '2019-01-02T03:04:05+01:00',
      _links: { self: 'https://host.example/r' },
    };
    expect(read(gitlab)).toMatchObject({
      value: { version: '2.0.0', address: 'https://host.example/r', date: '2019-01-02T02:04:05.000Z' },
    });
    expect(read({ version: '0.2.0-beta.1' })).toMatchObject({
      value: { version: '0.2.0-beta.1', address: null, date: null },
    });
  });
  it.each([
    'javascript:alert(1)',
    'http://host.example/r',
    'file:///etc/passwd',
    'https://host.example\\@other.example/',
    'https://someone@host.example/',
    `https://host.example/${'r'.repeat(600)}`,
  ])('shows nobody the page %s', (page) => {
    expect(read({ version: '1.0.0', html_url: page })).toMatchObject({ value: { address: null } });
  });
  it.each([{}, [], null, 'x', { version: 'new' }, { tag_name: 3 }, { version: `1.0.0-${'a'.repeat(80)}` }])(
    'refuses %j',
    (told) => expect(read(told)).toMatchObject({ code: 'releases-unreadable' }),
  );
  it('refuses what is no JSON', () => {
    expect(readRelease('<!doctype html>', 'x')).toMatchObject({ code: 'releases-unreadable', path: 'x' });
  });
});

it.each([
  ['0.2.0', '0.1.0', true],
  ['0.10.0', '0.9.9', true],
  ['0.1.0', '0.1.0', false],
  ['0.1.0', '0.2.0', false],
  ['1.0.0-rc.1', '1.0.0', false],
  ['1.0.0', '1.0.0-rc.1', true],
])('%s after %s: %s', (other, own, isNewer) => expect(isNewerVersion(other, own)).toBe(isNewer));

describe('where a station may ask', () => {
  it('is nowhere until the owner says', () => {
    expect(releasesSchema.parse({})).toEqual({ check: false, feed: '' });
  });
  it.each([
    'https://api.host.example/repos/a/b/releases/latest',
    'http://127.0.0.1:8080/latest',
    'http://localhost/r',
  ])('%s', (address) => expect(isReleaseFeed(address)).toBe(true));
  it.each([
    'http://host.example/latest',
    'http://127.0.0.1.host.example/',
    'http://localhost:80@host.example/',
    'ftp://host.example/',
    'https://',
    'host.example',
    'https://a b/',
  ])('not %s', (address) => {
    expect(isReleaseFeed(address)).toBe(false);
    expect(isHttpsPage(address)).toBe(false);
    expect(releasesSchema.safeParse({ feed: address }).success).toBe(false);
  });
});
