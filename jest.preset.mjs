import { fileURLToPath } from 'node:url';

const typescript = { syntax: 'typescript', decorators: true, tsx: false };
const toCommonJs = (parser) => ({
  swcrc: false,
  jsc: {
    parser,
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2023',
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
});

// Jest cannot require() or import() an ES module on Node 20: these packages are turned into CommonJS with our own code.
const esModulePackages = [
  '@nestjs',
  '@fastify/cookie',
  '@noble',
  '@borewit',
  '@tokenizer',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  'cookie',
  'content-disposition',
  'jose',
  'postal-mime',
  'read-excel-file',
  'write-excel-file',
  'fflate',
  'fast-check',
  'pure-rand',
].join('|');

/** Shared Jest settings: `*.spec.ts` is a unit test; the `integration` target overrides the pattern with `*.int-spec.ts`. */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@plenum/source', 'node', 'node-addons'] },
  transform: {
    '^.+\\.ts$': ['@swc/jest', toCommonJs(typescript)],
    '^.+\\.m?js$': ['@swc/jest', toCommonJs({ syntax: 'ecmascript' })],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModulePackages})/)`],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/out-tsc/', '/fixtures/'],
  modulePathIgnorePatterns: ['/dist/', '/out-tsc/'],
  cacheDirectory: fileURLToPath(new URL('.jest-cache', import.meta.url)),
};
