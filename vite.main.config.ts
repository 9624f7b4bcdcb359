import { basename, resolve } from 'node:path';
import { defineConfig } from 'vite';

/**
 * One entry of the main side as one CommonJS file, chosen by the mode: `vite build -c vite.main.config.ts --mode host`
 * builds main/host.ts, `--mode host/save.worker` a worker. Each entry is a pass of its own, so that no file of one
 * entry is shared with another: Electron, the host and a worker must each start from a single file.
 *
 * node18: Electron 25, which tests run, has Node 18.15; what ships has Node 24.
 */
export default defineConfig(({ mode }) => ({
  publicDir: false,
  envDir: false,
  build: {
    ssr: resolve(import.meta.dirname, `main/${mode}.ts`),
    outDir: 'dist/main',
    emptyOutDir: false,
    target: 'node18',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      external: ['electron'],
      output: { format: 'cjs', entryFileNames: `${basename(mode)}.cjs`, codeSplitting: false },
    },
  },
  ssr: { noExternal: true },
}));
