/**
 * `npm run sbom [FILE]`: what is in a release, as CycloneDX JSON (release/sbom.cdx.json): the packages that are bundled,
 * from the lock file, and Electron, which is packed around them.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const file = resolve(process.argv[2] ?? join(root, 'release/sbom.cdx.json'));
const read = (name) => JSON.parse(readFileSync(join(root, name), 'utf8'));

const asked = spawnSync(
  'npm',
  ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only'],
  {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  },
);
if (asked.status !== 0) throw new Error(`npm sbom: ${asked.stderr}`);
const sbom = JSON.parse(asked.stdout);
const { name, version } = read('package.json');
const electron = read('package-lock.json').packages['node_modules/electron'];
Object.assign(sbom.metadata.component, { type: 'application', name, version });
sbom.components.push({
  type: 'framework',
  name: 'electron',
  version: electron.version,
  purl: `pkg:npm/electron@${electron.version}`,
  licenses: [{ license: { id: electron.license } }],
});
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`);
process.stdout.write(`${file}: ${sbom.components.length} components\n`);
