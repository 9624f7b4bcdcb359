import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

/** A tablet loads the console over plain http on the network, where browsers hide these: a page that asks dies there. */
const root = resolve(import.meta.dirname, '../../../renderer');
const hidden =
  /\bcrypto\s*\.\s*(?:subtle|randomUUID)\b|\bnavigator\s*\.\s*(?:clipboard|wakeLock|mediaDevices|serviceWorker|locks|storage|requestMIDIAccess)\b|\bAudioWorkletNode\b|\bVideoDecoder\b|\bshow(?:Open|Save)FilePicker\b/;
const files = ['console', 'link'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file)),
);

it('the console asks for nothing that a tablet has not', () => {
  expect(files.length).toBeGreaterThan(20);
  const asking = files.filter((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    // One that looks first whether the page is secure does without.
    return hidden.test(text) && !text.includes('if (!window.isSecureContext) return null;');
  });
  expect(asking).toEqual([]);
});
