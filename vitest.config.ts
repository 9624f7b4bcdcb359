import { playwright } from '@vitest/browser-playwright';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { goldenCommands } from './test/support/golden-files.ts';

/** Golden images and page tests run in a real Chromium with software GL, so that pixels are the same everywhere. */
const chromium = {
  executablePath: process.env['FRISE_CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-background-networking',
    '--use-gl=angle',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--force-color-profile=srgb',
    '--autoplay-policy=no-user-gesture-required',
  ],
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/{core,main,walls}/**/*.test.ts'],
          exclude: ['test/main/store/**'],
          // A world of its own for each of a hundred files takes longer than all of their tests.
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        // Puts others in the place of Node's files, which nobody else may meet.
        test: {
          name: 'store',
          environment: 'node',
          include: ['test/main/store/**/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'ui',
          environment: 'happy-dom',
          include: ['test/renderer/**/*.test.tsx'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'contract',
          environment: 'node',
          include: ['test/contract/**/*.test.ts'],
          testTimeout: 30_000,
          // Real sockets, files and time on machines that others use too, as the end-to-end tests (test/ci/node-test.mjs):
          // a second try, which the report names.
          retry: 1,
        },
      },
      {
        // Found only while a test runs, it would make the page load anew in the midst of it.
        optimizeDeps: {
          include: ['three/addons/loaders/SVGLoader.js', 'three/addons/loaders/GLTFLoader.js'],
        },
        test: {
          name: 'golden',
          include: ['test/golden/**/*.browser.ts'],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            commands: goldenCommands,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromium }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
