import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { checkCommand } from '../../../main/cli/check.ts';
import { folder } from '../../core/show/folder.ts';

it('names the elements of masks that the façade lacks, and none that it has', async () => {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'frise-check-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  await cp(folder, dir, { recursive: true });
  const file = path.join(dir, 'rigs/one.json');
  const masks = JSON.stringify([{ space: 'canvas', elements: ['column', 'dome'] }]);
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('"name": "Right"', `"name": "Right", "masks": ${masks}`));
  const printed: string[] = [];
  await checkCommand(dir, (line) => printed.push(line));
  expect(printed).toEqual([
    'rigs/one.json: output:right.masks.0.elements.1: The façade has no element, kind or group "dome". The mask does without it.',
  ]);
});
