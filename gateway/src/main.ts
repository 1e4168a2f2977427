import { startHubGateway } from './boot/hub-gateway';
import { startPlainGateway } from './boot/plain-gateway';
import { gatewayEnv } from './gateway.env';

/** The main of a gateway in front of subgraphs in other processes. */
async function main(): Promise<void> {
  const env = gatewayEnv();
  await (env.HUB_GATEWAY_ONLY === '1' ? startPlainGateway(env) : startHubGateway(env));
}

void main();
