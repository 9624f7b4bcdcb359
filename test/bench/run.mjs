// `npx frise bench [--json] [--only frame,osc,pages] [--check]`: bundles test/bench and runs it. --check compares with
// the committed ratios and ends with 1 when one is over 1.5 times its own.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const flags = process.argv.slice(2);
const only = (flags[flags.indexOf('--only') + 1] ?? '')
  .split(',')
  .filter((name) => flags.includes('--only') && name);
await build({
  root,
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  build: {
    ssr: 'test/bench/index.ts',
    outDir: 'dist/bench',
    target: 'node18',
    rolldownOptions: {
      external: ['ws', 'vite', 'playwright'],
      output: { format: 'cjs', entryFileNames: 'bench.cjs', codeSplitting: false },
    },
  },
});
const { measureAll } = createRequire(import.meta.url)(resolve(root, 'dist/bench/bench.cjs'));
const results = await measureAll(root, only);
const committed = JSON.parse(readFileSync(resolve(root, 'test/bench/ratios.json'), 'utf8'));
const limit = (name) => (committed[name] === undefined ? Infinity : committed[name] * 1.5);
const over = results.filter((one) => !(one.ratio <= limit(one.name)));
if (flags.includes('--json')) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
else for (const one of results) process.stdout.write(`${line(one)}\n`);
if (flags.includes('--check')) {
  for (const one of over)
    process.stderr.write(`${one.name}: ratio ${one.ratio.toFixed(2)} is over 1.5 × ${committed[one.name]}\n`);
  process.stdout.write(`${results.length - over.length} passed, ${over.length} failed\n`);
  process.exit(over.length > 0 ? 1 : 0);
}
process.exit(0);

function line(one) {
  const goal = one.goal === null ? '' : `, goal ${one.goal} ${one.unit}`;
  const counts = one.counts
    ? ` (${Object.entries(one.counts)
        .map(([key, value]) => `${key} ${value}`)
        .join(', ')})`
    : '';
  return `${one.name.padEnd(18)} ${one.value.toFixed(3)} ${one.unit}${goal}; ${one.reference.what} ${one.reference.value.toFixed(3)} ${one.unit}; ratio ${one.ratio.toFixed(2)}${counts}\n                   ${one.what}`;
}
