import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import type { BrowserCommand } from 'vitest/node';

/**
 * Commands by which golden tests in the browser read and write pictures. Reading: test/golden/images. Writing: only
 * with FRISE_GOLDEN_WRITE=1 and never in CI. What failed goes to artefacts/golden.
 */
const root = resolve(import.meta.dirname, '../..');
const images = resolve(root, 'test/golden/images');
/** Pictures of the documentation, kept true by the same tests. */
const docs = resolve(root, 'docs/images/layers');
const artefacts = resolve(root, 'artefacts/golden');
const inside = (folder: string, name: string): string => {
  const path = resolve(folder, name);
  if (!path.startsWith(folder + sep)) throw new Error(`${name} leaves ${folder}`);
  return path;
};
const mayWrite = (): boolean => process.env['FRISE_GOLDEN_WRITE'] === '1' && !process.env['CI'];
const put = (path: string, base64: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, Buffer.from(base64, 'base64'));
};

/** base64 of a golden PNG, or null where there is none. */
export const readGolden: BrowserCommand<[name: string]> = (_context, name) => {
  const path = inside(images, name);
  return existsSync(path) ? readFileSync(path).toString('base64') : null;
};
/** @returns false when golden images may not be written. */
export const writeGolden: BrowserCommand<[name: string, base64: string]> = (_context, name, base64) => {
  if (!mayWrite()) return false;
  put(inside(images, name), base64);
  return true;
};
export const writeArtefact: BrowserCommand<[name: string, base64: string]> = (_context, name, base64) => {
  put(inside(artefacts, name), base64);
};
/** base64 of a JPEG of docs/images/layers, or null where there is none. */
export const readDocs: BrowserCommand<[name: string]> = (_context, name) => {
  const path = inside(docs, name);
  return existsSync(path) ? readFileSync(path).toString('base64') : null;
};
/** @returns false when pictures of the documentation may not be written. */
export const writeDocs: BrowserCommand<[name: string, base64: string]> = (_context, name, base64) => {
  if (!mayWrite()) return false;
  put(inside(docs, name), base64);
  return true;
};
export const goldenCommands = { readGolden, writeGolden, writeArtefact, readDocs, writeDocs };
