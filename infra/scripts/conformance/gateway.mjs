import { join } from 'node:path';

import { root } from '../prepare/root.mjs';
import { StepFailure } from '../steps.mjs';
import { freePort, startProcess, waitFor } from './processes.mjs';

/** This gateway as anybody would start it, before the supergraph at that address. */
export async function startGateway(supergraph) {
  const port = await freePort();
  const { PATH } = process.env;
  const env = {
    PATH,
    HUB_GATEWAY_ONLY: '1',
    HUB_SUPERGRAPH: supergraph,
    HUB_HOST: '127.0.0.1',
    HUB_PORT: String(port),
    HUB_LOG_LEVEL: 'error',
  };
  const gateway = startProcess(process.execPath, [join(root, 'gateway', 'dist', 'main.js')], { cwd: root, env });
  const origin = `http://127.0.0.1:${port}`;
  try {
    await waitFor(gateway, `${origin}/health/ready`, '网关 · the gateway ');
    return { url: `${origin}/graphql`, failure: null, stop: gateway.stop };
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    return { url: null, failure: error.message, stop: gateway.stop };
  }
}
