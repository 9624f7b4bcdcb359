import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestHost, tinyShow, type TestHost } from './support/host.ts';

/** Files of the show that somebody else writes while the host runs (docs/hot-reload.md), with real files. */
let root: string;
let folder: string;
let host: TestHost;
const started = async () => {
  host = await startTestHost({ show: folder, station: join(root, 'station') });
};
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'frise-disk-'));
  folder = join(root, 'tiny');
  cpSync(tinyShow, folder, { recursive: true });
  await started();
});
afterEach(async () => {
  await host.stop();
  rmSync(root, { recursive: true, force: true });
});

const source = () => join(folder, 'show.json');
/** The station's own copy, there since the first edit. */
const own = () => {
  const shows = join(root, 'station/shows');
  return join(shows, readdirSync(shows)[0] ?? '', 'show.json');
};
type Text = (text: string) => string;
/** As git and most editors do: another file takes the place. */
const replace = (file: string, change: Text) => {
  writeFileSync(`${file}.new`, change(readFileSync(file, 'utf8')));
  renameSync(`${file}.new`, file);
};
const inPlace = (file: string, change: Text) => writeFileSync(file, change(readFileSync(file, 'utf8')));
const swapped =
  (from: string, to: string): Text =>
  (text) => {
    if (!text.includes(from)) throw new Error(`no ${from} in the file`);
    return text.replace(from, to);
  };
const clip = (name = 'red', of: 'show' | 'draftShow' = 'show'): Record<string, unknown> =>
  Object(host.host.hub.get(of)?.document.records[`clip:${name}`]);
const edit = (fields: object, name = 'red', document = 'draft') =>
  host.verb('document/edit', {
    document,
    label: name,
    put: { [`clip:${name}`]: { ...clip(name), ...fields } },
  });
const disk = () => host.host.hub.get('disk');
const first = () => disk()[0];
const verb = async (name: string, args: unknown = {}) => (await host.verb(name, args)).body;
const soon = { timeout: 8000 };
const becomes = async (state: string) => {
  await expect.poll(() => first()?.state, soon).toBe(state);
};
const red = swapped('"#ff0000"', '"#123456"');
const settled = async () => {
  await verb('draft/discard');
};

describe('a file that was changed on the disk', () => {
  it('is taken as one edit, is said, and can be undone', async () => {
    replace(source(), (text) => swapped('"Red"', '"Rouge"')(red(text)));
    await becomes('taken');
    expect(clip()).toMatchObject({ name: 'Rouge', parameters: { colour: '#123456' } });
    expect(first()).toMatchObject({ id: 'show-source', into: 'programme', count: 1 });
    expect(await verb('disk/undo', { id: 'show-source' })).toMatchObject({ ok: true });
    expect(clip()).toMatchObject({ name: 'Red', parameters: { colour: '#ff0000' } });
    expect(disk()).toEqual([]);
  });
  it('that an editor writes in place, twice and quickly, is taken as it is in the end', async () => {
    inPlace(source(), red);
    inPlace(source(), swapped('"#123456"', '"#654321"'));
    await expect.poll(() => clip()['parameters'], soon).toEqual({ colour: '#654321' });
    inPlace(source(), swapped('"Green"', '"Vert"'));
    await expect.poll(() => clip('green')['name'], soon).toBe('Vert');
    expect(clip()).toMatchObject({ parameters: { colour: '#654321' } });
  });
  it('keeps what was edited here meanwhile, elsewhere and in the same record', async () => {
    await edit({ name: 'Mine' });
    await edit({ name: 'Mine too' }, 'green');
    replace(source(), red);
    await becomes('taken');
    expect(clip()).toMatchObject({ name: 'Mine', parameters: { colour: '#123456' } });
    expect(clip('green')).toMatchObject({ name: 'Mine too' });
  });
  it('goes to the draft while something plays, and the audience sees nothing of it', async () => {
    await verb('go');
    const before = clip();
    replace(source(), red);
    await becomes('taken');
    expect(first()).toMatchObject({ into: 'draft' });
    expect(clip()).toEqual(before);
    expect(clip('red', 'draftShow')).toMatchObject({ parameters: { colour: '#123456' } });
    expect(await verb('disk/undo', { id: 'show-source' })).toMatchObject({ ok: true });
    expect(host.host.hub.get('draft').open?.count).toBe(0);
    await settled();
  });
  it('that is the station’s own copy is taken, too, and then is the host’s again', async () => {
    await edit({ name: 'Mine' });
    const file = own();
    inPlace(file, red);
    await becomes('taken');
    expect(clip()).toMatchObject({ name: 'Mine', parameters: { colour: '#123456' } });
    await expect.poll(() => readFileSync(file, 'utf8'), soon).toContain('"Mine"');
    expect(readFileSync(file, 'utf8')).toContain('#123456');
  });
  it('and changed back asks nothing', async () => {
    const text = readFileSync(source(), 'utf8');
    replace(source(), (all) => all.slice(0, 300));
    await becomes('refused');
    replace(source(), () => text);
    await expect.poll(disk, soon).toEqual([]);
  });
});

describe('what was changed here and there', () => {
  beforeEach(async () => {
    await edit({ name: 'Mine', parameters: { colour: '#00ff00' } });
    replace(source(), (text) => swapped('"Green"', '"Vert"')(swapped('"Red"', '"Rouge"')(red(text))));
    await becomes('asks');
  });
  it('is asked about; nothing of it is taken until then', async () => {
    expect(first()).toMatchObject({
      why: 'conflict',
      count: 1,
      conflicts: [
        { id: 'clip:red', field: 'name', name: 'Mine', ours: '"Mine"', theirs: '"Rouge"' },
        { id: 'clip:red', field: 'parameters.colour', ours: '"#00ff00"', theirs: '"#123456"' },
      ],
    });
    expect(clip('green')).toMatchObject({ name: 'Green' });
    expect((await host.status()).health.problems).toMatchObject([{ code: 'disk-conflict', path: source() }]);
  });
  it('is taken as chosen, as an edit of who answered', async () => {
    const { id, version } = first() ?? {};
    const theirs = [{ id: 'clip:red', field: 'parameters.colour' }];
    expect(await verb('disk/take', { id, version: 'old', theirs })).toMatchObject({ code: 'disk-moved' });
    expect(await verb('disk/take', { id, version, theirs })).toMatchObject({ ok: true });
    expect(clip()).toMatchObject({ name: 'Mine', parameters: { colour: '#123456' } });
    expect(clip('green')).toMatchObject({ name: 'Vert' });
    expect(first()).toMatchObject({ state: 'taken', isOwn: false });
    expect(await verb('disk/undo', { id })).toMatchObject({ code: 'disk-unknown' });
    await verb('document/undo', { document: 'draft' });
    expect(clip()).toMatchObject({ name: 'Mine', parameters: { colour: '#00ff00' } });
    expect(clip('green')).toMatchObject({ name: 'Green' });
  });
  it('is left, and the other text lies beside', async () => {
    const { id, version } = first() ?? {};
    expect(await verb('disk/leave', { id, version })).toMatchObject({ ok: true });
    expect(disk()).toEqual([]);
    expect(clip()).toMatchObject({ name: 'Mine' });
    const beside = readdirSync(join(own(), '../.frise')).filter((name) => name.includes('.left-'));
    expect(readFileSync(join(own(), '../.frise', beside[0] ?? ''), 'utf8')).toContain('Rouge');
    // The next change alone is new.
    inPlace(source(), swapped('"Vert"', '"Verde"'));
    await becomes('asks');
    expect(first()?.conflicts).toMatchObject([{ id: 'clip:green', field: 'name' }]);
  });
});

describe('the station’s own file with a question', () => {
  it('is not written over until it is answered, also when the host ends', async () => {
    await edit({ name: 'Mine' });
    const file = own();
    const text = red(swapped('"Mine"', '"Theirs"')(await settledFile(file, 'Mine')));
    await edit({ name: 'Newer' });
    writeFileSync(file, text);
    await becomes('asks');
    await edit({ name: 'Later' }, 'green');
    await host.stop();
    expect(readFileSync(file, 'utf8')).toBe(text);
    await started();
    expect(clip('green')).toMatchObject({ name: 'Later' });
    expect(clip()).toMatchObject({ name: 'Newer' });
    await becomes('asks');
    expect(first()?.conflicts).toMatchObject([{ id: 'clip:red', ours: '"Newer"', theirs: '"Theirs"' }]);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});
const settledFile = async (file: string, has: string): Promise<string> => {
  await expect.poll(() => readFileSync(file, 'utf8'), soon).toContain(has);
  return readFileSync(file, 'utf8');
};

describe('a file that can’t be taken', () => {
  it('half-written is waited for', async () => {
    const text = red(readFileSync(source(), 'utf8'));
    writeFileSync(source(), text.slice(0, 500));
    await new Promise((done) => setTimeout(done, 1300));
    writeFileSync(source(), text);
    const states: (string | undefined)[] = [];
    await expect
      .poll(() => {
        states.push(first()?.state);
        return clip()['parameters'];
      }, soon)
      .toEqual({ colour: '#123456' });
    expect(states).not.toContain('refused');
  });
  it('is refused with its line, and the show goes on', async () => {
    replace(source(), (text) => text.replace('"seed": 1,', '"seed": 1,,'));
    await becomes('refused');
    expect(first()?.problem).toMatchObject({ code: 'json-syntax', path: source() });
    expect(first()?.problem?.message).toMatch(/^Line \d+, column \d+/);
    expect((await edit({ name: 'Goes on' })).status).toBe(200);
  });
  it('is refused with the record’s line where it makes no sense', async () => {
    replace(source(), swapped('"duration": 4', '"duration": -4'));
    await becomes('refused');
    const lines = readFileSync(source(), 'utf8').split('\n');
    const line = lines.findIndex((each) => each.includes('"clip:red":')) + 1;
    expect(first()?.problem?.path).toContain(`show.json:${line}: clip:red`);
    expect(clip()).toMatchObject({ duration: 4 });
  });
  it('waits under show lock, and comes once it is off', async () => {
    await verb('lock/show', { on: true });
    replace(source(), red);
    await becomes('waits');
    expect(first()).toMatchObject({ why: 'locked' });
    const { id, version } = first() ?? {};
    expect(await verb('disk/take', { id, version })).toMatchObject({ code: 'show-locked' });
    await verb('lock/show', { on: false });
    await becomes('taken');
  });
});

describe('façade and rig', () => {
  it('wait while something plays: they have no draft', async () => {
    await verb('go');
    replace(join(folder, 'facade.json'), swapped('"name": "', '"name": "New '));
    await becomes('waits');
    expect(first()).toMatchObject({ id: 'facade-source', why: 'playing' });
    await verb('stop');
    await becomes('taken');
    expect(first()).toMatchObject({ id: 'facade-source', into: 'programme' });
  });
  it('the active rig is merged when its file changes', async () => {
    const rig = join(root, 'station/rigs/active/rig.json');
    replace(rig, (text) => text.replace(/"title": "[^"]*"/, '"title": "By hand"'));
    await becomes('taken');
    expect(JSON.stringify(host.host.hub.get('rig').document)).toContain('By hand');
  });
});

describe('what changed while nothing ran', () => {
  it('in the station’s own file is taken like any other change, and can be undone', async () => {
    await edit({ name: 'Mine' });
    await host.stop();
    inPlace(own(), red);
    await started();
    await becomes('taken');
    expect(clip()).toMatchObject({ name: 'Mine', parameters: { colour: '#123456' } });
    expect(await verb('disk/undo', { id: 'show' })).toMatchObject({ ok: true });
    expect(clip()).toMatchObject({ name: 'Mine', parameters: { colour: '#ff0000' } });
  });
  it('in the folder that the copy was taken from is asked about at the start', async () => {
    await edit({ name: 'Mine' });
    await host.stop();
    replace(source(), swapped('"Green"', '"Vert"'));
    await started();
    await becomes('asks');
    expect(first()).toMatchObject({ why: 'off', count: 1, conflicts: [] });
    const { id, version } = first() ?? {};
    expect(await verb('disk/take', { id, version })).toMatchObject({ ok: true });
    expect([clip()['name'], clip('green')['name']]).toEqual(['Mine', 'Vert']);
    // Health looks at the documents at its own pace.
    await expect.poll(async () => (await host.status()).health.problems, soon).toEqual([]);
  });
});

describe('a medium that is replaced under its name', () => {
  it('brings its hash with it, once nothing plays', async () => {
    const dot = join(folder, 'media/dot.svg');
    const hashIs = (text: string) => createHash('sha256').update(text).digest('hex');
    const record = { path: 'media/dot.svg', kind: 'svg', hash: hashIs(readFileSync(dot, 'utf8')) };
    const put = { document: 'draft', label: 'dot', put: { 'media:dot': record } };
    expect((await host.verb('document/edit', put)).status).toBe(200);
    // It is looked at first, so that it is known what has changed.
    await new Promise((done) => setTimeout(done, 5000));
    inPlace(dot, (text) => `${text}\n<!-- another -->`);
    const hash = () =>
      (host.host.hub.get('show').document.records['media:dot'] as { hash: string } | undefined)?.hash;
    await expect.poll(hash, { timeout: 15_000 }).toBe(hashIs(readFileSync(dot, 'utf8')));
    await expect.poll(async () => (await host.status()).health.problems, soon).toEqual([]);
  });
});
