import { audit } from './conformance/audit.mjs';
import { openCheckout } from './conformance/checkout.mjs';
import { printReport, writeReport } from './conformance/report.mjs';
import { StepFailure } from './steps.mjs';

const USAGE = `用法：npm run conformance -- <目录> [测试组 …] [--write <文件.md>]
  <目录>   graphql-hive/federation-gateway-audit 的检出目录：
           git clone https://github.com/graphql-hive/federation-gateway-audit
  Runs the federation gateway audit of that checkout against this gateway, all suites or the named ones.`;

/** Ends with code 0 when every case passed, 1 when one failed, 2 when the audit could not be run. */
async function main([path, ...rest]) {
  if (!path || path.startsWith('-')) {
    console.log(USAGE);
    return path === '--help' ? 0 : 2;
  }
  const { file, suites } = options(rest);
  const checkout = await openCheckout(path);
  const results = await audit(checkout, suites);
  printReport(results);
  if (file) writeReport(file, checkout, results);
  return results.every(({ failures }) => failures.length === 0) ? 0 : 1;
}

function options(rest) {
  const at = rest.indexOf('--write');
  if (at === -1) return { file: null, suites: rest };
  const file = rest[at + 1];
  if (!file) throw new StepFailure('--write 后须写明文件名 · --write needs a file name');
  return { file, suites: rest.toSpliced(at, 2) };
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof StepFailure)) throw error;
  console.error(`✘ ${error.message}`);
  process.exitCode = 2;
}
