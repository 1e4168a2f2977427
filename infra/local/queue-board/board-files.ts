import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

import type { Answer } from '@hub/gateway';

const CONTENT_TYPES: ReadonlyMap<string, string> = new Map([
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
]);

/** The files of the board by name: what was not there when it was opened cannot be asked for, whatever its path. */
export function boardFiles(folder: string): (name: string) => Promise<Answer | null> {
  const names = new Set(readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((n) => n.replaceAll('\\', '/')));
  return async (name) => {
    const contentType = CONTENT_TYPES.get(extname(name));
    if (!contentType || !names.has(name)) return null;
    return { status: 200, contentType, body: await readFile(join(folder, name)) };
  };
}

/** Fonts of another site: a closed network has none, and whoever looks here is nobody's business there. */
const FOREIGN_LINK = /<link [^>]*href="https?:[^>]*>/g;
const BLANK = /<%[-=] *(\w+) *%>/g;

/** The page from its template. The board makes the values, with what HTML would read in them already escaped. */
export function boardPage(template: string, values: Readonly<Record<string, string>>): string {
  const page = readFileSync(template, 'utf8')
    .replace(FOREIGN_LINK, '')
    .replace(BLANK, (_blank, name: string) => values[name] ?? '');
  // An update of the board that does more in its template, or loads from elsewhere, is to be seen when the hub starts.
  if (/<%|https?:|<script>/.test(page)) throw new Error('the template of the board is not as it was');
  return page;
}
