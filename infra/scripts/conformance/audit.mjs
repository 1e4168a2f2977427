import { StepFailure } from '../steps.mjs';
import { startGateway } from './gateway.mjs';
import { freePort, startProcess, waitFor } from './processes.mjs';
import { runCases } from './run-cases.mjs';

/** Runs the suites of the checkout, each against a gateway of its own. Without names: all of them. */
export async function audit({ folder, node }, wanted) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const subgraphs = startProcess(
    node,
    ['node_modules/tsx/dist/cli.mjs', 'src/cli.ts', 'serve', '--port', String(port)],
    { cwd: folder, env: { ...process.env, PUNISH_FOR_POOR_PLANS: '0' } },
  );
  try {
    await waitFor(subgraphs, `${origin}/ids`, '审计的子图服务 · the subgraphs of the audit');
    const suites = await (await fetch(`${origin}/ids`)).json();
    const unknown = wanted.filter((name) => !suites.includes(name));
    if (unknown.length > 0) throw new StepFailure(`没有测试组 ${unknown.join('、')}；有 ${suites.join(' ')}`);
    const results = [];
    for (const suite of wanted.length > 0 ? wanted : suites) results.push(await runSuite(origin, suite));
    return results;
  } finally {
    await subgraphs.stop();
  }
}

async function runSuite(origin, suite) {
  const cases = await (await fetch(`${origin}/${suite}/tests`)).json();
  const gateway = await startGateway(`${origin}/${suite}/supergraph`);
  try {
    const failures = gateway.failure
      ? cases.map((_, index) => ({ index, reason: gateway.failure }))
      : await runCases(gateway.url, cases);
    console.log(`${failures.length === 0 ? '✔' : '✘'} ${suite} ${cases.length - failures.length}/${cases.length}`);
    return { suite, cases: cases.length, failures };
  } finally {
    await gateway.stop();
  }
}
