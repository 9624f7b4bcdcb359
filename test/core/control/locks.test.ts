import { describe, expect, it } from 'vitest';
import { fc, test } from '@fast-check/vitest';
import { checkLocks, NOT_LOCKED } from '../../../core/control/locks.ts';
import { mayUse } from '../../../core/control/roles.ts';
import { verbs, type VerbName } from '../../../core/control/verbs.ts';

const locked = { show: true, rig: false };
const rigLocked = { show: false, rig: true };
const ask = (verb: VerbName, input: unknown = {}, which = locked): string => {
  const reply = checkLocks(which, { verb, input });
  return reply.ok ? 'ok' : reply.code;
};

describe('the show lock', () => {
  it.each<[VerbName, unknown, string]>([
    ['document/edit', { document: 'show' }, 'show-locked'],
    ['document/edit', { document: 'station' }, 'show-locked'],
    ['document/undo', { document: 'show' }, 'show-locked'],
    ['document/redo', { document: 'station' }, 'show-locked'],
    ['rig/restore', { id: 'x' }, 'show-locked'],
    ['line-up/pattern', { outputs: null, pattern: { name: 'grid', space: 'canvas' } }, 'show-locked'],
    ['line-up/freeze', { on: true }, 'show-locked'],
    ['line-up/identify', { seconds: 10 }, 'show-locked'],
    ['line-up/mark', { output: 'a', mark: {} }, 'show-locked'],
    // What brings the show back is never refused.
    ['line-up/pattern', { outputs: null, pattern: null }, 'ok'],
    ['line-up/freeze', { on: false }, 'ok'],
    ['line-up/identify', { seconds: 0 }, 'ok'],
    ['line-up/mark', { output: 'a', mark: null }, 'ok'],
    // A projector that slipped is pushed back.
    ['document/edit', { document: 'rig' }, 'ok'],
    ['line-up/preview', { record: 'output:a', fields: {} }, 'ok'],
    ['line-up/hold', { output: 'a' }, 'ok'],
    // A tablet that dies is replaced.
    ['pair/open', { role: 'operator' }, 'ok'],
    ['lan/set', { on: false }, 'ok'],
    ['go', {}, 'ok'],
    ['freeze', { on: true }, 'ok'],
    ['input/arm', { id: 'osc', armed: false }, 'ok'],
    ['projector/shutter', { id: 'a', closed: true }, 'ok'],
    ['preflight/run', {}, 'ok'],
    ['lock/show', { on: false }, 'ok'],
    ['lock/rig', { on: true }, 'ok'],
  ])('%s %j: %s', (verb, input, answer) => expect(ask(verb, input)).toBe(answer));
  it('leaves an operator every right but to take a draft, which edits the programme', () => {
    const names = Object.keys(verbs) as VerbName[];
    const refused = names.filter((name) => mayUse(['operator'], verbs[name].roles) && ask(name) !== 'ok');
    expect(refused).toEqual(['draft/take']);
  });
});

describe('the rig lock', () => {
  it.each<[VerbName, unknown, string]>([
    ['document/edit', { document: 'rig' }, 'rig-locked'],
    ['document/undo', { document: 'rig' }, 'rig-locked'],
    ['rig/restore', { id: 'x' }, 'rig-locked'],
    ['line-up/preview', { record: 'output:a', fields: { x: 1 } }, 'rig-locked'],
    ['line-up/preview', { record: 'output:a', fields: null }, 'ok'],
    ['document/edit', { document: 'show' }, 'ok'],
    ['line-up/pattern', { pattern: { name: 'grid', space: 'canvas' } }, 'ok'],
    ['rig/mark', { label: 'x' }, 'ok'],
  ])('%s %j: %s', (verb, input, answer) => expect(ask(verb, input, rigLocked)).toBe(answer));
});

const anyVerb = fc.constantFrom(...(Object.keys(verbs) as VerbName[]));
const anyInput = fc.record({ document: fc.constantFrom('show', 'rig', 'station') });
test.prop([anyVerb, anyInput])(
  'nothing that edits a locked document passes, whatever it is called',
  (verb, input) => {
    if (verbs[verb].effect !== 'edit' || verb === 'rig/mark') return;
    const { document } = input;
    if (document !== 'rig') expect(ask(verb, input)).not.toBe('ok');
    if (document === 'rig') expect(ask(verb, input, rigLocked)).not.toBe('ok');
    expect(ask(verb, input, NOT_LOCKED)).toBe('ok');
  },
);
