/**
 * Runs before `npm start`, `npm test` and the others, on a checkout where nothing may be installed yet. This file
 * must be understood by every Node that knows `import()`, so that an old one gets a sentence and not a syntax error.
 */
const NEEDED = { major: 20, minor: 19 };

const [major, minor] = process.versions.node.split('.').map(Number);
const isOldNode = major < NEEDED.major || (major === NEEDED.major && minor < NEEDED.minor);

if (isOldNode) {
  console.error(`需要 Node.js ${NEEDED.major}.${NEEDED.minor} 或更高版本，当前是 ${process.versions.node}。`);
  console.error(`Node.js ${NEEDED.major}.${NEEDED.minor} or newer is needed; this is ${process.versions.node}.`);
  process.exitCode = 1;
} else {
  const may = (step) => !process.argv.includes(`--no-${step}`);
  import('./prepare/prepare.mjs').then(({ prepare }) => prepare({ install: may('install'), build: may('build') }));
}
