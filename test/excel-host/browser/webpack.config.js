'use strict';

const path = require('node:path');
const [cli, pane] = require('../../../webpack.config');

/** The page that plays Excel, a page that listens to it, and beside them the add-in as it is shipped. */
module.exports = (env = {}) => {
  const addin = pane(env);
  const page = (name, entry) => ({
    ...cli,
    name,
    target: ['web', 'es2022'],
    entry: { [name]: `./test/excel-host/browser/${entry}` },
    output: {
      path: path.join(env.output, 'pages'),
      filename: '[name].js',
      chunkFilename: `${name}.[name].js`,
    },
    plugins: [],
    node: false,
  });
  return [
    page('excelHost', 'hostPage.ts'),
    page('watchPage', 'watchPage.ts'),
    { ...addin, output: { ...addin.output, path: path.join(env.output, 'addin') } },
  ];
};
