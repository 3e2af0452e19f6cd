import { findPackages } from './scripts/tools.js';

const swc = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2024',
    keepClassNames: true,
    experimental: { keepImportAttributes: true },
  },
  module: { type: 'es6' },
  swcrc: false,
  sourceMaps: 'inline',
};

const withReact = {
  ...swc,
  jsc: {
    ...swc.jsc,
    parser: { ...swc.jsc.parser, tsx: true },
    transform: { ...swc.jsc.transform, react: { runtime: 'automatic' } },
  },
};

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/demo', '<rootDir>/test', '<rootDir>/bench/compare'],
  testMatch: ['**/*.spec.{ts,tsx,js}'],
  // Its packages are apart; `npm test` says so where they are missing.
  testPathIgnorePatterns: ['/node_modules/', ...(findPackages('test/clients') ? [] : ['<rootDir>/test/clients/'])],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^#demo/(.*)\\.js$': '<rootDir>/demo/$1', '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '/test/clients/relay/.+\\.tsx?$': ['<rootDir>/test/clients/relay/jest-transform.js', withReact],
    '^.+\\.ts$': ['@swc/jest', swc],
  },
  // Nest has to be evaluated before a CommonJS package requires it (ESM cycle).
  setupFiles: ['<rootDir>/test/setup.js'],
  globalSetup: '<rootDir>/test/global-setup.js',
  globalTeardown: '<rootDir>/test/global-teardown.js',
  coverageProvider: 'v8',
  testTimeout: 20_000,
  // Jest leaves a core idle by default, which is half of a small machine.
  maxWorkers: '100%',
  // Modules of ESM suites stay in their worker: after two hundred suites it would run out of memory.
  workerIdleMemoryLimit: '1GB',
};
