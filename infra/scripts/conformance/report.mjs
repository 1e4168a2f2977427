import { writeFileSync } from 'node:fs';

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

function totals(results) {
  const cases = sum(results.map((result) => result.cases));
  const failed = sum(results.map(({ failures }) => failures.length));
  const whole = results.filter(({ failures }) => failures.length === 0).length;
  return { cases, passed: cases - failed, suites: results.length, whole };
}

export function printReport(results) {
  const { cases, passed, suites, whole } = totals(results);
  for (const { suite, failures } of results) {
    for (const { index, query = '', reason } of failures) console.log(`\n✘ ${suite} #${index}\n${query}\n${reason}`);
  }
  console.log(`\n测试组 · suites: ${whole}/${suites}    用例 · cases: ${passed}/${cases}`);
}

/** The same as a table for readers of the project. */
export function writeReport(file, { version, commit }, results) {
  const { cases, passed, suites, whole } = totals(results);
  const rows = results.map(
    (result) => `| ${result.suite} | ${result.cases} | ${result.cases - result.failures.length} |`,
  );
  const failures = results.flatMap(({ suite, failures: failed }) =>
    failed.map(({ index, reason }) => `* \`${suite}\` #${index}: ${reason.split('\n')[0]}`),
  );
  const lines = [
    '# Federation conformance',
    '',
    `Federation Gateway Audit ${version}${commit ? `, commit ${commit.slice(0, 7)}` : ''}: **${passed} of ${cases} cases, ${whole} of ${suites} suites**.`,
    'Written by `npm run conformance -- <checkout> --write docs/conformance.md`; nothing of the audit is in this project.',
    '',
    failures.length > 0 ? `## What fails\n\n${failures.join('\n')}` : 'Nothing fails.',
    '',
    '| Suite | Cases | Passed |',
    '|---|---|---|',
    ...rows,
    '',
  ];
  writeFileSync(file, lines.join('\n'));
}
