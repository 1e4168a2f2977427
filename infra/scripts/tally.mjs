import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * Adds up jest's results and prints the closing line of CI, after the names of what failed. A run that left no results, a suite that could not be
 * loaded and a run without a single test are failures: a check that cannot fail proves nothing.
 */
const reports = process.argv.slice(2).map((path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null));
const sum = (count) => reports.reduce((total, report) => total + (report ? count(report) : 0), 0);

const passed = sum((report) => report.numPassedTests);
const skipped = sum((report) => report.numPendingTests + report.numTodoTests);
const missingRuns = reports.filter((report) => report === null).length;
const failed = missingRuns + sum((report) => report.numFailedTests + report.numRuntimeErrorTestSuites);

const failures = reports.flatMap((report) =>
  (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status === 'failed').map(({ fullName }) => fullName);
    return (tests.length > 0 || status !== 'failed' ? tests : [message]).map(
      (each) => `${relative('.', name)}: ${each}`,
    );
  }),
);

for (const each of failures) console.error(`failed: ${each}`);
if (missingRuns > 0) console.error(`${missingRuns} test run(s) left no results`);
if (passed === 0) console.error('not one test ran');
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
