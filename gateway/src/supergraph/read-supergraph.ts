import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const FETCH_MS = 10_000;

/** The SDL of a composed graph from where it is kept: a path, or a file:, http: or https: address. */
export async function readSupergraph(location: string): Promise<string> {
  if (/^https?:/i.test(location)) return fetchText(location);
  return readFile(/^file:/i.test(location) ? fileURLToPath(location) : location, 'utf8');
}

async function fetchText(url: string): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_MS) });
  if (!response.ok) throw new Error(`The supergraph was not found at ${url}: ${response.status}`);
  return response.text();
}
