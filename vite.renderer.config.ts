import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = resolve(import.meta.dirname, 'renderer');
const pages = [
  'console',
  'output',
  'audio',
  'programme',
  'render',
  'analyse',
  'flashes',
  'bench',
  'cue-sheet',
];
const input = Object.fromEntries(
  pages.map((page) => [page, resolve(root, page, 'index.html')]).filter(([, file]) => existsSync(file!)),
);

/**
 * The pages. Every page, in Electron too, is served by the host over http, so paths are absolute: /output/left and
 * /console find the same /assets. Nothing is inlined and no script is made from text: the pages live under a strict
 * content security policy. chrome114 lowers syntax only.
 */
export default defineConfig({
  root,
  base: '/',
  publicDir: false,
  envDir: false,
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: resolve(import.meta.dirname, 'dist/renderer'),
    emptyOutDir: true,
    target: 'chrome114',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    chunkSizeWarningLimit: 4096,
    rolldownOptions: { input },
  },
});
