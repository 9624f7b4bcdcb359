/** What is built: each part with the sources it depends on, so that only what is stale is built again. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
const entries = ['host', 'electron', 'cli'];
const pages = ['console', 'output', 'audio', 'programme', 'render', 'analyse', 'flashes', 'bench'];
const shared = [
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
  'main/launch/build.mjs',
  'main/launch/parts.mjs',
];

/** Worker threads of the main side are files of their own: main/**\/NAME.worker.ts becomes dist/main/NAME.worker.cjs. */
function workers(at) {
  return readdirSync(join(at, 'main'), { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.worker.ts'))
    .map((file) => file.slice(0, -'.ts'.length));
}

/**
 * @typedef {{name: string, config: string, mode: string, sources: string[], output: string, isFolder: boolean}} Part
 *   `output` is the file, or folder, below dist that takes the old one's place
 */

/** @returns {Part[]} a part whose entry isn't there is left out */
export function partsOf(at = root) {
  const main = [...entries, ...workers(at)]
    .filter((name) => existsSync(join(at, 'main', `${name}.ts`)))
    .map((name) => ({
      name: `main/${name}`,
      config: 'vite.main.config.ts',
      mode: name,
      sources: ['core', 'main', 'types', ...shared],
      output: `main/${basename(name)}.cjs`,
      isFolder: false,
    }));
  const preload = {
    name: 'preload',
    config: 'vite.preload.config.ts',
    mode: 'production',
    sources: ['core', 'main', ...shared],
    output: 'preload/preload.cjs',
    isFolder: false,
  };
  const renderer = {
    name: 'pages',
    config: 'vite.renderer.config.ts',
    mode: 'production',
    sources: ['core', 'renderer', 'assets', ...shared],
    output: 'renderer',
    isFolder: true,
  };
  return [
    ...main,
    ...(existsSync(join(at, 'main/preload.ts')) ? [preload] : []),
    ...(pages.some((page) => existsSync(join(at, 'renderer', page, 'index.html'))) ? [renderer] : []),
  ];
}
