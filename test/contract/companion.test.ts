import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { companionKeys, companionPage, companionText } from '../../core/control/companion.ts';
import { resolveNative } from '../../core/control/osc/namespace.ts';
import type { OscArg } from '../../core/control/osc/packet.ts';
import { verbs } from '../../core/control/verbs.ts';
import { compileShow } from '../../core/show/compile.ts';
import type { ShowDocument } from '../../core/show/show.schema.ts';
import { makeShow } from '../support/core/show.ts';
import { root, startTestHost } from './support/host.ts';

/** The page that is shipped is the bundled show's; a changed table or show must not leave it behind. */
const file = join(root, 'assets/companion/frise.companionconfig');
const bundled = () => {
  const text = readFileSync(join(root, 'shows/usine-extraordinaire/show.json'), 'utf8');
  return compileShow(JSON.parse(text) as ShowDocument, 1);
};
const told = () => companionText(bundled(), 'fr', { host: '127.0.0.1', port: 8000 });
if (process.env['FRISE_WRITE_COMPANION'] === '1') writeFileSync(file, told());

/** As the module `generic-osc` makes arguments of its text: quoted is a string, with a point a float, else an int. */
const argsOf = (text: string): OscArg[] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      if (Number.isNaN(Number(word))) return { type: 's', value: word.replaceAll('"', '') };
      return word.includes('.') ? { type: 'f', value: Number(word) } : { type: 'i', value: Number(word) };
    });

const actions = (page = companionPage(makeShow(), 'en', { host: '127.0.0.1', port: 8000 })) =>
  Object.values(page.page.controls)
    .flatMap((row) => Object.values(row))
    .flatMap((button) => button.steps['0'].action_sets.down);

describe('the Companion page', () => {
  it('that is shipped is what the tables say; after a wanted change: FRISE_WRITE_COMPANION=1', () => {
    expect(readFileSync(file, 'utf8')).toBe(told());
  });
  it('each button’s address is native, and its arguments are what its verb takes', () => {
    const all = [...actions(), ...actions(companionPage(bundled(), 'fr', { host: '::1', port: 1 }))];
    expect(all.length).toBeGreaterThan(30);
    for (const { options } of all) {
      const args = argsOf(options.arguments ?? '');
      const result = resolveNative({ kind: 'message', address: options.path, args }, () => false);
      expect([options.path, result.kind]).toEqual([options.path, 'verb']);
      const verb = Object.entries(verbs).find(([name]) => result.kind === 'verb' && name === result.verb);
      const read = verb?.[1].in.safeParse(result.kind === 'verb' ? result.args : null);
      expect([options.path, read?.success]).toEqual([options.path, true]);
    }
  });
  it('has the keys of a small deck, GO at its lower right, and the stings beside', () => {
    const keys = companionKeys(makeShow(), 'en');
    const at = (row: number, column: number) =>
      keys.find((each) => each.row === row && each.column === column)?.key.address;
    expect(at(2, 4)).toBe('/frise/go');
    expect(keys.filter(({ row, column }) => row < 3 && column < 5)).toHaveLength(15);
    expect([at(0, 5), at(0, 6)]).toEqual(['/frise/cue/9/go', '/frise/cue/9.5/go']);
    const places = keys.map(({ row, column }) => `${row}/${column}`);
    expect(new Set(places).size).toBe(places.length);
  });
  it('more stings than keys leave the rest out', () => {
    const cues = Array.from({ length: 40 }, (_, index) => ({ number: String(index + 1) }));
    expect(companionKeys(makeShow({ cues }), 'en')).toHaveLength(32);
  });
});

it('standby goes on and back by one, stays at the ends, and only an operator moves it', async () => {
  const host = await startTestHost();
  try {
    const standby = async () => (await host.status()).cues.standby;
    const first = await standby();
    await host.verb('standby/previous');
    expect(await standby()).toBe(first);
    const next = await host.verb('standby/next');
    expect(next.body).toEqual({ ok: true, value: { standby: await standby() } });
    expect(await standby()).not.toBe(first);
    await host.verb('standby/previous');
    expect(await standby()).toBe(first);
    for (let press = 0; press < 30; press += 1) await host.verb('standby/next');
    const last = await standby();
    await host.verb('standby/next');
    expect(await standby()).toBe(last);
  } finally {
    await host.stop();
  }
});
