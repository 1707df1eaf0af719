'use strict';

// Packs the built folder for handing out: kaohe_<version>/ in one .zip, the same bytes every time.

const fs = require('node:fs');
const path = require('node:path');
const { zipSync } = require('fflate');
const { version } = require('../package.json');

const folder = path.join(__dirname, '..', 'dist', 'wps', `kaohe_${version}`);
const files = fs
  .readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.join(entry.parentPath, entry.name))
  .sort();
const entries = Object.fromEntries(
  files.map((file) => {
    const name = `kaohe_${version}/${path.relative(folder, file).split(path.sep).join('/')}`;
    return [name, [new Uint8Array(fs.readFileSync(file)), { mtime: '1980-01-01T00:00:00' }]];
  }),
);
const target = `${folder}.zip`;
fs.writeFileSync(target, zipSync(entries, { level: 9 }));
process.stdout.write(`${path.relative(process.cwd(), folder)}\n${path.relative(process.cwd(), target)}\n`);
