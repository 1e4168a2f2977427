import { benchHandingIn } from './reports/handing-in';
import { benchLists } from './reports/lists';
import { benchTasks } from './reports/tasks';

/** So many years' worth of reports are 1 800 000; `--quick` a tenth of it. */
const YEARS = process.argv.includes('--quick') ? 100 : 1000;

const PARTS = {
  tasks: benchTasks,
  lists: () => benchLists(YEARS),
  'handing-in': benchHandingIn,
} as const;

/** `npm run bench -- reports [--only tasks|lists|handing-in]`: what grows with reports, what must not, and two hundred at once. */
async function main(): Promise<void> {
  const at = process.argv.indexOf('--only');
  const only = at === -1 ? null : process.argv[at + 1];
  for (const [name, part] of Object.entries(PARTS)) if (only === null || only === name) await part();
}

void main();
