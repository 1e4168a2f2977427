/**
 * `@hub/x` → its source, as a resolver configuration for dependency-cruiser: the arrows are checked on the sources,
 * whether or not anything is built.
 */
const { existsSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..', '..');
const folders = ['shared', 'subgraphs'].flatMap((parent) =>
  readdirSync(join(root, parent)).map((name) => join(parent, name)),
);

const alias = {};
for (const folder of [...folders, 'gateway']) {
  const manifest = join(root, folder, 'package.json');
  if (!existsSync(manifest)) continue;
  const { name, main } = require(manifest);
  alias[`${name}$`] = join(root, folder, main.replace(/^dist\/(.*)\.js$/, 'src/$1.ts'));
}
alias['@hub/infra'] = join(root, 'infra');

module.exports = { resolve: { alias } };
