/*
 * The test runtime has no default application of Electron's own, so that `electron FOLDER` does nothing there. This
 * stands in for it: the first argument that isn't an option is the application's folder (or its main file).
 */
const { app } = require('electron');
const fs = require('node:fs');
const path = require('node:path');

const asked = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (asked === undefined) {
  process.stderr.write('usage: electron FOLDER [options]\n');
  process.exit(2);
}
const given = path.resolve(asked);
const folder = fs.statSync(given).isDirectory() ? given : path.dirname(given);
const manifestFile = path.join(folder, 'package.json');
const manifest = fs.existsSync(manifestFile) ? JSON.parse(fs.readFileSync(manifestFile, 'utf8')) : {};

app.setAppPath(folder);
if (manifest.productName || manifest.name) app.setName(manifest.productName ?? manifest.name);
if (manifest.version) app.setVersion(manifest.version);
require(folder === given ? path.join(folder, manifest.main ?? 'index.js') : given);
