'use strict';

const path = require('node:path');
const [cli, , , wps] = require('../../../webpack.config');

/** The script that plays ET in a page, and beside it the add-in as it is shipped. */
module.exports = (env = {}) => {
  const addin = wps();
  return [
    {
      ...cli,
      name: 'wps-host',
      target: ['web', 'es2022'],
      entry: { emulatedEt: './test/wps-host/browser/etPage.ts' },
      output: { path: path.join(env.output, 'host'), filename: '[name].js' },
      plugins: [],
      node: false,
    },
    { ...addin, output: { ...addin.output, path: path.join(env.output, 'addin') } },
  ];
};
