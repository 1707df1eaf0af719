'use strict';

const path = require('node:path');
const webpack = require('webpack');

/** @returns {import('webpack').RuleSetRule} */
const typescript = (target) => ({
  test: /\.tsx?$/,
  exclude: /node_modules/,
  loader: 'ts-loader',
  // `npm run types` checks the types; a build only lowers the syntax.
  options: { transpileOnly: true, compilerOptions: { noEmit: false, target } },
});

/** @type {import('webpack').Configuration} */
const cli = {
  name: 'cli',
  target: 'node20',
  mode: 'production',
  devtool: false,
  context: __dirname,
  entry: { kaohe: './src/cli/main.ts' },
  output: {
    path: path.join(__dirname, 'dist'),
    filename: '[name].js',
    // Named by content: a running older bundle still finds its own chunks after a rebuild.
    chunkFilename: 'kaohe.[name].[contenthash:8].js',
    // Other entries live in the same folder.
    clean: { keep: (file) => !file.startsWith('kaohe.') },
  },
  resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  module: { rules: [typescript('ES2022')] },
  // Not minified: stack traces stay readable and the first run after `npm ci` builds in half the time.
  optimization: { minimize: false, chunkIds: 'named' },
  plugins: [new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, entryOnly: true })],
  node: { __dirname: false, __filename: false },
  performance: { hints: false },
  stats: 'errors-warnings',
};

module.exports = [cli];
