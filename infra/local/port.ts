import { createServer } from 'node:net';

export const LOOPBACK = '127.0.0.1';

/** Whether `port` can be bound; 0 asks the system for one. Returns the port, or null when it is taken. */
export function tryPort(port: number, host = LOOPBACK): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    probe.listen({ port, host, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? null) : null));
    });
  });
}

/** The remembered port while it is free, so that a tool's saved connection goes on working. */
export async function choosePort(remembered: number | null): Promise<number> {
  const kept = remembered === null ? null : await tryPort(remembered);
  const port = kept ?? (await tryPort(0));
  if (port === null) throw new Error('the system gave no port for port 0');
  return port;
}
