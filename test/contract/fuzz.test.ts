import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verbs, type Role, type Verb } from '../../core/control/verbs.ts';
import { arbitraryOf } from '../fuzz/json.arbitrary.ts';
import { startTestHost, type TestHost } from './support/host.ts';

/**
 * The link and HTTP under fuzz: verbs by their own schemas, and texts that are nearly messages. Nothing stops the host,
 * everything is answered, and nobody does what he has no right to. Seeded by fast-check, which prints the seed.
 */
let host: TestHost;
beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.stop());

const all = Object.entries<Verb>(verbs);
const forbiddenTo = (roles: readonly Role[]) =>
  all.filter(([, { roles: allowed }]) => !allowed.some((role) => roles.includes(role)));
const callsOf = (entries: typeof all) =>
  fc.oneof(
    ...entries.map(([verb, { in: input }]) =>
      fc.record({ verb: fc.constant(verb), args: arbitraryOf(input) }),
    ),
  );
const settings = { numRuns: 40 };
/** Below the gateway's limit: a flood is another test's. */
const batch = 5;

const state = () => {
  const { hub } = host.host;
  return JSON.stringify([
    hub.get('show'),
    hub.get('rig'),
    hub.get('settings'),
    hub.get('plans').at(-1)?.id,
    hub.get('lineUp'),
    hub.get('pairing'),
    hub.get('lock'),
    hub.get('notes'),
  ]);
};

describe('nobody does what he has no right to', () => {
  it.each([
    ['viewer', ['viewer']],
    ['operator', ['viewer', 'operator', 'designer', 'technician']],
  ] as const)(
    '%s',
    async (role, roles) => {
      const line = await host.socket();
      await line.hello({ role });
      const before = state();
      await fc.assert(
        fc.asyncProperty(
          fc.array(callsOf(forbiddenTo(roles)), { minLength: batch, maxLength: batch }),
          async (calls) => {
            for (const { verb, args } of calls)
              expect(await line.verb(verb, args)).toMatchObject({ ok: false, code: 'role-refused' });
          },
        ),
        settings,
      );
      expect(state()).toBe(before);
    },
    60_000,
  );
});

describe('whatever is said', () => {
  it('every verb is answered, over HTTP and the link, and the host lives', async () => {
    const line = await host.socket();
    await line.hello({ role: 'operator' });
    await fc.assert(
      fc.asyncProperty(fc.array(callsOf(all), { minLength: batch, maxLength: batch }), async (calls) => {
        for (const { verb, args } of calls) {
          const reply = await line.verb(verb, args);
          expect(reply.ok || (reply.code !== 'verb-failed' && reply.message !== '')).toBe(true);
        }
        const [one] = calls;
        const answer = await host.verb(one?.verb ?? 'go', one?.args ?? {});
        expect([200, 400, 401, 403, 404, 409, 415, 429]).toContain(answer.status);
      }),
      settings,
    );
    expect((await host.status()).version).not.toBe('');
  }, 90_000);

  it('texts that are nearly messages are refused, and a healthy line is served beside them', async () => {
    const text = JSON.stringify({ t: 'verb', id: '1', verb: 'go', args: { cue: '1' } });
    const near = fc.oneof(
      fc.nat(text.length).map((at) => text.slice(0, at)),
      fc.tuple(fc.nat(text.length - 1), fc.string({ unit: 'binary', maxLength: 2 })).map(([at, letter]) => text.slice(0, at) + letter + text.slice(at + 1)), // prettier-ignore
      fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify(value)),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(near, { minLength: batch, maxLength: batch }), async (texts) => {
        const line = await host.socket();
        for (const each of texts) line.say(each);
        line.raw.terminate();
      }),
      settings,
    );
    const healthy = await host.socket();
    expect((await healthy.hello({ role: 'viewer' })).you.roles).toEqual(['viewer']);
  }, 60_000);
});
