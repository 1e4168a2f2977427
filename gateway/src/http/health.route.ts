import type { ReadinessReport } from '@hub/runtime';

import type { GatewayOptions } from './gateway.type';
import type { Handler, Route } from './router';
import { sendJson } from './send';

const NOT_READY: ReadinessReport = { ready: false, checks: [] };

/** Live: the process answers. Ready: it may be given work; false from the first moment of a drain. */
export function healthRoutes(isReady: GatewayOptions['isReady'], isDraining: () => boolean): Route[] {
  const live: Handler = (exchange) => sendJson(exchange, 200, { live: true });
  const ready: Handler = async (exchange) => {
    const report = isDraining() ? NOT_READY : await isReady().catch(() => NOT_READY);
    await sendJson(exchange, report.ready ? 200 : 503, report);
  };
  return [
    { path: '/health/live', methods: { GET: live, HEAD: live }, probe: true },
    { path: '/health/ready', methods: { GET: ready, HEAD: ready }, probe: true },
  ];
}
