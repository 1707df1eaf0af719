'use strict';

const path = require('node:path');
const [cli, pane] = require('../../../webpack.config');

/** The page that plays Excel, and beside it the add-in as it is shipped. */
module.exports = (env = {}) => {
  const addin = pane(env);
  return [
    {
      ...cli,
      name: 'excel-host',
      target: ['web', 'es2022'],
      entry: { excelHost: './test/excel-host/browser/hostPage.ts' },
      output: {
        path: path.join(env.output, 'host'),
        filename: '[name].js',
        chunkFilename: 'excelHost.[name].js',
      },
      plugins: [],
      node: false,
    },
    { ...addin, output: { ...addin.output, path: path.join(env.output, 'addin') } },
  ];
};
