import { defineErrors } from '@hub/core';

import { tryPort } from './port';

const portError = defineErrors({
  /** Thrown when another program listens on the hub's port. */
  PORT_IN_USE: {
    kind: 'CONFLICT',
    message: '端口 {port} 已被占用：请停止占用它的程序，或换一个端口启动，例如 HUB_PORT={other} {command}',
  },
});

/** Before anything slow: nobody should wait for a start that cannot succeed. */
export async function assertPortFree(port: number, host: string, command: string): Promise<void> {
  if ((await tryPort(port, host)) === null) throw portError('PORT_IN_USE', { port, other: port + 1, command });
}
