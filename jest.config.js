'use strict';

/** @type {import('jest').Config} */
module.exports = {
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testEnvironment: 'node',
  maxWorkers: 2,
  // Property tests and other programs take their time on a busy machine; a hang is still told.
  testTimeout: 60_000,
  transform: {
    // `npm run types` checks the types; here only the syntax is lowered, one file at a time.
    '\\.tsx?$': [
      'ts-jest',
      {
        diagnostics: false,
        tsconfig: {
          target: 'ES2022',
          module: 'CommonJS',
          isolatedModules: true,
          esModuleInterop: true,
          resolveJsonModule: true,
          jsx: 'react-jsx',
        },
      },
    ],
  },
};
