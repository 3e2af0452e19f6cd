import swcJest from '@swc/jest';
import { createRequire } from 'node:module';

/** For Jest: babel-plugin-relay puts the compiled documents in the place of the `graphql` tags, and SWC does the rest. */
export default {
  createTransformer(swc) {
    const { process: compile, getCacheKey } = swcJest.createTransformer(swc);
    return {
      getCacheKey,
      process: (source, file, options) => compile(withDocuments(source, file), file, options),
    };
  },
};

function withDocuments(source, file) {
  // Jest loads this file where the packages are not installed, too.
  const require = createRequire(import.meta.url);
  const { transformSync } = require('@babel/core');
  const { code } = transformSync(source, {
    filename: file,
    configFile: false,
    babelrc: false,
    retainLines: true,
    parserOpts: { plugins: ['typescript', 'jsx'] },
    plugins: [[require.resolve('babel-plugin-relay'), { eagerEsModules: true }]],
  });
  return code;
}
