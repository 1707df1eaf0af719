'use strict';

const fs = require('node:fs');
const path = require('node:path');
const webpack = require('webpack');
const { CALL, lowerPatterns } = require('./scripts/lower-patterns');
const { manifestFor } = require('./scripts/manifest-host');

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

/** Puts files into the output as they are, or as `change` makes them: name in the output → [source, change, files to follow]. */
class Copies {
  constructor(files) {
    this.files = files;
  }

  apply(compiler) {
    const { RawSource } = webpack.sources;
    compiler.hooks.thisCompilation.tap('Copies', (compilation) => {
      compilation.hooks.processAssets.tap({ name: 'Copies', stage: -2000 }, () => {
        for (const [name, [source, change, others = []]] of this.files) {
          const files = [source, ...others].map((file) => path.resolve(__dirname, file));
          files.forEach((file) => compilation.fileDependencies.add(file));
          const content = Buffer.concat(files.map((file) => fs.readFileSync(file)));
          const output = new RawSource(change ? change(content.toString('utf8')) : content);
          // As it is: Office.js is minified already, and some of its files are large.
          compilation.emitAsset(name, output, { minimized: true });
        }
      });
    });
  }
}

const OFFICE_CDN = 'https://appsforoffice.microsoft.com';

/** Government networks reach no CDN, so Office.js comes with the add-in; `--env officejs=cdn` takes Microsoft's. */
function officeJs() {
  const dist = path.dirname(require.resolve('@microsoft/office-js/dist/office.js'));
  const names = fs
    .readdirSync(dist)
    .filter((name) => /^(office|excel-[\w.-]+|o15apptofilemappingtable)\.js$/.test(name));
  const strings = ['zh-cn', 'zh-hk', 'zh-tw', 'en-us'].map((language) => `${language}/office_strings.js`);
  const telemetry = fs.readdirSync(path.join(dist, 'telemetry')).map((name) => `telemetry/${name}`);
  return [...names, ...strings, ...telemetry]
    .filter((name) => !name.endsWith('.debug.js') && fs.existsSync(path.join(dist, name)))
    .map((name) => [`office-js/${name}`, [path.join(dist, name)]]);
}

/**
 * What stands beside the pane's script.
 * @param {boolean} fromCdn take Office.js from Microsoft's network
 * @param {string} [host] address that the add-in is served from, for the manifest; absent: this machine
 */
function paneFiles(fromCdn, host) {
  const toCdn = (html) =>
    html
      .replace('office-js/office.js', `${OFFICE_CDN}/lib/1/hosted/office.js`)
      .replace("script-src 'self'", `script-src 'self' ${OFFICE_CDN}`);
  const icons = fs
    .readdirSync(path.join(__dirname, 'assets', 'icons'))
    .filter((name) => name.endsWith('.png'));
  return new Map([
    ['taskpane.html', ['src/taskpane/taskpane.html', fromCdn ? toCdn : undefined]],
    ['taskpane.css', ['src/taskpane/taskpane.css']],
    ['manifest.xml', ['manifest.xml', host && ((manifest) => manifestFor(manifest, host))]],
    ...icons.map((name) => [`icons/${name}`, [`assets/icons/${name}`]]),
    ...(fromCdn ? [] : officeJs()),
  ]);
}

/** Small stand-ins for parts of Fluent UI that are long and do little here: docs/DECISIONS.md. */
function slimFluent() {
  const own = (name) => path.join(__dirname, 'src', 'taskpane', name);
  const { NormalModuleReplacementPlugin } = webpack;
  return [
    new NormalModuleReplacementPlugin(/^\.\/tokens\.js$/, (resource) => {
      const isFluent = /@fluentui[\\/]tokens[\\/]lib$/.test(resource.context);
      if (isFluent) resource.request = own('fluentTokens.ts');
    }),
    new NormalModuleReplacementPlugin(/^rtl-css-js\/core$/, own('leftToRight.ts')),
  ];
}

/** The few of Fluent's 182 named colours that the pane shows. The workbench has controls that show others. */
function fewColours() {
  const { NormalModuleReplacementPlugin } = webpack;
  return ['light', 'dark'].map(
    (theme) =>
      new NormalModuleReplacementPlugin(
        new RegExp(`/alias/${theme}ColorPalette\\.js$`),
        path.join(__dirname, 'src', 'taskpane', `${theme}Palette.ts`),
      ),
  );
}

/** @returns {import('webpack').Configuration} */
const pane = (env = {}) => ({
  name: 'pane',
  // Excel shows panes in a browser that keeps itself up to date: WebView2, or Safari's.
  target: ['web', 'es2022'],
  mode: 'production',
  devtool: false,
  context: __dirname,
  entry: { taskpane: './src/taskpane/excel.tsx' },
  output: {
    path: path.join(__dirname, 'dist', 'addin'),
    filename: '[name].js',
    // Views are fetched when they are shown: plain scripts beside the first one, from any host or a folder. Named by
    // content, so that no cache mixes two builds.
    chunkFilename: '[name].[contenthash:8].js',
    publicPath: 'auto',
    clean: true,
  },
  resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  module: { rules: [typescript('ES2022')] },
  optimization: {
    splitChunks: {
      chunks: ({ name }) => name !== 'taskpane' && name !== 'check',
      // Smaller than the usual 20,000 bytes: a control that two views have is worth a script.
      minSize: 10_000,
      cacheGroups: {
        // What a check takes is two scripts: what only a check needs, and what others need of it. Cut finer it would weigh
        // more; whole, everything in it would come again with each view and with the worker.
        core: {
          name: 'core',
          chunks: ({ name }) => name !== 'taskpane',
          test: (module, { chunkGraph }) => {
            const names = Array.from(chunkGraph.getModuleChunksIterable(module), ({ name }) => name);
            return names.length > 1 && names.includes('check');
          },
          enforce: true,
        },
        // What the forms of several views are made of.
        form: {
          name: 'form',
          chunks: ({ name }) => name !== 'taskpane' && name !== 'check',
          test: /[\\/]taskpane[\\/]parts[\\/]/,
          minChunks: 2,
          enforce: true,
        },
      },
    },
  },
  plugins: [
    new Copies(paneFiles(env.officejs === 'cdn', env.host)),
    ...slimFluent(),
    ...fewColours(),
    // 自检 asks a WPS what it can do: no Excel offers that view.
    new webpack.IgnorePlugin({ resourceRegExp: /\/SelfCheckView$/ }),
  ],
  performance: { hints: false },
  stats: 'errors-warnings',
});

/** The grid component's style sheets, in the order in which they build on one another. */
const GRID_STYLES = ['design', 'ui', 'docs-ui', 'sheets-ui', 'sheets-formula-ui'].map((name) =>
  path.join('node_modules', '@univerjs', name, 'lib', 'index.css'),
);

function webFiles() {
  return new Map([
    ['index.html', ['src/workbench/index.html']],
    ['workbench.css', ['src/workbench/workbench.css', undefined, GRID_STYLES]],
    ['icon.png', ['assets/icons/pane-32.png']],
  ]);
}

/**
 * The workbench: one folder for any web server, or to be opened from a disk.
 * @returns {import('webpack').Configuration}
 */
const web = (env = {}) => ({
  name: 'web',
  target: ['web', 'es2020'],
  mode: 'production',
  devtool: false,
  context: __dirname,
  entry: { workbench: './src/workbench/main.tsx' },
  output: {
    path: path.join(__dirname, 'dist', 'web'),
    filename: '[name].js',
    chunkFilename: 'workbench.[name].js',
    clean: true,
  },
  resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  module: { rules: [typescript('ES2020'), { test: /\.xlsx$/, type: 'asset/inline' }] },
  // `--env quick`, for this machine alone: half a minute of minifying saves no time where nothing travels.
  optimization: { minimize: !env.quick, chunkIds: 'named' },
  ...(env.quick ? { cache: { type: 'filesystem', buildDependencies: { config: [__filename] } } } : {}),
  plugins: [
    new Copies(webFiles()),
    ...slimFluent(),
    // Where the words of seventy languages may be broken: English is enough, Chinese breaks anywhere.
    new webpack.IgnorePlugin({
      resourceRegExp: /^\.\/(?!en-)[a-z]{2,3}(-[a-z]+)*(-\d+)?-[\w-]+\.js$/,
      contextRegExp: /@univerjs[\\/]engine-render/,
    }),
  ],
  performance: { hints: false },
  stats: 'errors-warnings',
});

const OLD_PATTERN = path.join(__dirname, 'src', 'taskpane', 'oldPattern.ts');

/** The same rule for an engine of ES2017, whose regular expressions know no lookbehind. */
function withOldPatterns(rule) {
  const before = (context) => {
    const lower = lowerPatterns(context);
    return (file) => (path.resolve(file.fileName) === OLD_PATTERN ? file : lower(file));
  };
  return { ...rule, options: { ...rule.options, getCustomTransformers: () => ({ before: [before] }) } };
}

/** Brings the syntax of everything in the script, libraries too, down to ES2017; `withOldPatterns` has seen to ours. */
class LowerSyntax {
  apply(compiler) {
    const ts = require('typescript');
    const { RawSource } = webpack.sources;
    const compilerOptions = { target: ts.ScriptTarget.ES2017, module: ts.ModuleKind.None, allowJs: true };
    compiler.hooks.thisCompilation.tap('LowerSyntax', (compilation) => {
      // Before the script is minified.
      compilation.hooks.processAssets.tap({ name: 'LowerSyntax', stage: 100 }, (assets) => {
        for (const name of Object.keys(assets).filter(
          (asset) => asset.endsWith('.js') && asset !== 'shell.js',
        )) {
          const source = assets[name].source().toString();
          const { outputText } = ts.transpileModule(source, { fileName: name, compilerOptions });
          compilation.updateAsset(name, new RawSource(outputText));
        }
      });
    });
  }
}

function wpsFiles() {
  const ours = ['index.html', 'ribbon.xml', 'manifest.xml', 'shell.js'];
  const icons = fs
    .readdirSync(path.join(__dirname, 'assets', 'icons'))
    .filter((name) => name.endsWith('-32.png'));
  const withoutOffice = (html) => html.replace(/ *<script src="office-js[^>]*><\/script>\n/, '');
  return new Map([
    ...ours.map((name) => [name, [`assets/wps/${name}`]]),
    ['taskpane.html', ['src/taskpane/taskpane.html', withoutOffice]],
    ['taskpane.css', ['src/taskpane/taskpane.css']],
    ...icons.map((name) => [`icons/${name}`, [`assets/icons/${name}`]]),
  ]);
}

const { version } = require('./package.json');

/**
 * The add-in for WPS 表格: a folder that runs from a disk as it is, so one classic script and nothing to fetch.
 * @returns {import('webpack').Configuration}
 */
const wps = (env = {}) => ({
  name: 'wps',
  target: ['web', 'es2017'],
  mode: 'production',
  devtool: false,
  context: __dirname,
  entry: { taskpane: './src/taskpane/wps.tsx' },
  output: {
    path: env.output || path.join(__dirname, 'dist', 'wps', `kaohe_${version}`),
    filename: '[name].js',
    publicPath: '',
    clean: true,
  },
  resolve: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  module: { rules: [withOldPatterns(typescript('ES2017'))] },
  plugins: [
    new Copies(wpsFiles()),
    new webpack.ProvidePlugin({ [CALL]: [OLD_PATTERN, 'oldPattern'] }),
    ...slimFluent(),
    ...fewColours(),
    // A thread would be a second script, and on a disk none can be started: files are read in slices.
    new webpack.NormalModuleReplacementPlugin(
      /^\.\/newWorker$/,
      path.join(__dirname, 'src', 'taskpane', 'summary', 'noWorker.ts'),
    ),
    new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
    new LowerSyntax(),
  ],
  performance: { hints: false },
  stats: 'errors-warnings',
});

module.exports = [cli, pane, web, wps];
