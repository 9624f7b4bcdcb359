import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { documentMessages } from '../../../core/show/document.messages.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const folders = ['core/show', 'core/facade', 'main/host/store', 'main/cli'];
const files = folders.flatMap((folder) =>
  readdirSync(path.join(root, folder))
    .filter(
      (name) =>
        name.endsWith('.ts') &&
        ![
          'document.messages.ts',
          'render.ts',
          'analyse.ts',
          'flashes.ts',
          'new.ts',
          'cue-sheet.ts',
          'draft.ts',
          'viewpoint.ts',
        ].includes(name),
    )
    .map((name) => path.join(folder, name)),
);
const sources = [...files, 'core/rig/rig.check.ts']
  .map((file) => readFileSync(path.join(root, file), 'utf8'))
  .join('\n');
const GIVEN = /(?:code: |fail\(|problem\(|refused\(|tell\(told, |problemIn\(\w+, )\s*'([a-z]+(?:-[a-z]+)+)'/g;

it('every code that documents and their store give has its words in both languages', () => {
  const given = new Set([...sources.matchAll(GIVEN)].map(([, code]) => code ?? ''));
  expect(given.size).toBeGreaterThan(50);
  expect([...given].filter((code) => !Object.hasOwn(documentMessages, code))).toEqual([]);
});

it('no words stand for a code that nobody gives', () => {
  const built = ['undo-nothing', 'redo-nothing', 'undo-touched', 'redo-touched'];
  const codes = Object.keys(documentMessages).filter((code) => !built.includes(code));
  expect(codes.filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
});
