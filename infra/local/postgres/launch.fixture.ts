import { startPostgres } from '../postgres';

/** A process of its own that runs a cluster until it is killed; prints the address when the server is ready. */
async function launch(dataDir: string): Promise<void> {
  const server = await startPostgres({ dataDir });
  process.stdout.write(`${server.url}\n`);
}

void launch(process.argv[2] ?? '');
