import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { protocolPage } from '../../core/control/protocol-page.ts';
import { verbs } from '../../core/control/verbs.ts';
import { root } from './support/host.ts';

const file = join(root, 'docs/protocol.md');
if (process.env['FRISE_WRITE_PROTOCOL'] === '1') writeFileSync(file, protocolPage());

it('docs/protocol.md is what the table says; after a wanted change: FRISE_WRITE_PROTOCOL=1', () => {
  expect(readFileSync(file, 'utf8')).toBe(protocolPage());
});
it('names every verb', () => {
  for (const name of Object.keys(verbs)) expect(protocolPage()).toContain(`### \`${name}\`\n`);
});
