'use strict';

const path = require('node:path');
const [, pane] = require('../../../webpack.config');

// The pane of the add-in with a page around it that needs no Excel.
module.exports = (env = {}) => {
  const config = pane(env);
  return {
    ...config,
    context: path.join(__dirname, '..', '..', '..'),
    entry: { ...config.entry, page: './test/taskpane/page/main.tsx' },
    output: { ...config.output, path: env.output },
  };
};
