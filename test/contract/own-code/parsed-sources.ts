import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

import { parseSync } from '@swc/core';

/** Any node of a syntax tree. */
export interface Syntax {
  readonly type: string;
  readonly [part: string]: unknown;
}

export interface Source {
  readonly path: string;
  readonly module: Syntax;
}

const ROOT = join(__dirname, '..', '..', '..');
const NOT_SHIPPED = /\.(test|long|fixture)\.ts$|\/testing\//;

/** What is shipped of these folders, parsed. */
export function parsedSources(folders: readonly string[]): Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
      .filter((path) => path.includes('/src/') && !path.includes('node_modules') && !NOT_SHIPPED.test(path))
      .map((path) => ({ path, module: parsed(readFileSync(join(ROOT, path), 'utf8')) })),
  );
}

export const parsed = (text: string): Syntax =>
  parseSync(text, { syntax: 'typescript', decorators: true, target: 'es2022' }) as unknown as Syntax;

export const isSyntax = (value: unknown): value is Syntax =>
  typeof value === 'object' && value !== null && typeof (value as Syntax).type === 'string';

/** The parts of a node, in their order. */
export function partsOf(node: Syntax): Syntax[] {
  return Object.values(node).flatMap((part) => {
    if (Array.isArray(part)) return part.flatMap((each) => (isSyntax(each) ? [each] : innerOf(each)));
    return isSyntax(part) ? [part] : innerOf(part);
  });
}

/** Some parts are wrapped in objects that are no nodes: arguments, for one. */
function innerOf(value: unknown): Syntax[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((part) => {
    if (isSyntax(part)) return [part];
    return Array.isArray(part) ? part.filter(isSyntax) : [];
  });
}

/** A short name of an expression, as it is written. */
export function nameOf(node: unknown): string {
  if (!isSyntax(node)) return '';
  switch (node.type) {
    case 'Identifier':
    case 'StringLiteral':
    case 'NumericLiteral':
      return String(node.value);
    case 'PrivateName':
      return `#${node.value}`;
    case 'ThisExpression':
      return 'this';
    case 'MemberExpression':
      return `${nameOf(node.object)}.${nameOf(node.property)}`;
    case 'Computed':
      return nameOf(node.expression);
    case 'CallExpression':
      return `${nameOf(node.callee)}()`;
    default:
      return node.type;
  }
}
