'use strict';

const path = require('node:path');
const [, pane] = require('../../../webpack.config');

// The add-in as it is shipped, and its pane on a page that needs no Excel. Two builds: in one, each would carry what the
// other needs.
module.exports = (env = {}) => {
  const shipped = pane(env);
  const output = { ...shipped.output, path: env.output, clean: false };
  return [
    { ...shipped, output },
    {
      ...shipped,
      name: 'page',
      context: path.join(__dirname, '..', '..', '..'),
      entry: { page: './test/taskpane/page/main.tsx' },
      output: { ...output, chunkFilename: 'page.[name].[contenthash:8].js' },
      plugins: shipped.plugins.slice(1),
      // Readable in a failure, and half the time to build.
      optimization: { minimize: false },
    },
  ];
};
