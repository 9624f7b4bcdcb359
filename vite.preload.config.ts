import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** A sandboxed preload is one CommonJS file that requires nothing but electron. */
export default defineConfig({
  publicDir: false,
  envDir: false,
  build: {
    ssr: resolve(import.meta.dirname, 'main/preload.ts'),
    outDir: 'dist/preload',
    emptyOutDir: false,
    target: 'node18',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
    },
  },
  ssr: { noExternal: true },
});
