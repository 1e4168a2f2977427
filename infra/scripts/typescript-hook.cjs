/**
 * `node --require` of this file runs TypeScript sources as jest does, with the same compiler options and the same
 * mapping of packages to sources: for tests that need a process of their own, to kill it.
 */
const Module = require('node:module');
const path = require('node:path');
const { transformFileSync } = require('@swc/core');

const { rootDir, transform, moduleNameMapper } = require('../../jest.config.js');

const [, swc] = Object.values(transform)[0];

Module._extensions['.ts'] = (module, filename) => {
  module._compile(transformFileSync(filename, { ...swc, swcrc: false }).code, filename);
};

const resolveFilename = Module._resolveFilename;

Module._resolveFilename = (request, ...rest) => resolveFilename(toSource(request), ...rest);

function toSource(request) {
  for (const [pattern, target] of Object.entries(moduleNameMapper)) {
    const source = request.replace(new RegExp(pattern), target);
    if (source !== request) return path.normalize(source.replace('<rootDir>', rootDir));
  }
  return request;
}
