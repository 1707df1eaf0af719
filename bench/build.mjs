// Builds what is measured out of the sources into a folder of its own: no bundle of the product is touched.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import webpack from 'webpack';

const SUBJECTS = {
  readFile: './src/hosts/file/read/readFile.ts',
  nativeCodec: './src/cli/nativeCodec.ts',
  readBook: './src/sheet/readBook.ts',
  formMemory: './src/sheet/formMemory.ts',
  checkBook: './src/check/checkBook.ts',
};

/** Compiles the subjects into `folder`; gives their exports in one object, and the path of the module that reads. */
export async function build(root, folder, readingOnly) {
  const entry = readingOnly ? { readFile: SUBJECTS.readFile, nativeCodec: SUBJECTS.nativeCodec } : SUBJECTS;
  const compiler = webpack({
    mode: 'production',
    target: 'node20',
    context: root,
    devtool: false,
    entry,
    output: { path: folder, filename: '[name].cjs', library: { type: 'commonjs2' } },
    resolve: { extensions: ['.ts', '.js', '.mjs', '.json'] },
    module: {
      rules: [
        {
          test: /\.ts$/,
          loader: 'ts-loader',
          options: { transpileOnly: true, compilerOptions: { noEmit: false, target: 'ES2022' } },
        },
      ],
    },
    optimization: { minimize: false },
  });
  await new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error) reject(error);
      else if (stats.hasErrors()) reject(new Error(stats.toString('errors-only')));
      else resolve();
    });
  });
  const require = createRequire(import.meta.url);
  const loaded = {};
  for (const name of Object.keys(entry)) Object.assign(loaded, require(join(folder, `${name}.cjs`)));
  return { ...loaded, folder };
}
