import { parse, YAMLError } from 'yaml';
import { z } from 'zod';

import { distributedError } from '../distributed.errors';
import { composeFile, type ServiceSource } from './compose.schema';
import type { ComposeService } from './compose.type';
import { interpolate } from './interpolate';

export type Variables = Readonly<Record<string, string | undefined>>;

const FILE = 'docker-compose.yml';

/** The services of a compose file with the variables filled in, in the order of the file. */
export function parseCompose(text: string, variables: Variables): ComposeService[] {
  const result = composeFile.safeParse(fillIn(readYaml(text), variables), { error: z.locales.zhCN().localeError });
  if (result.success) return Object.entries(result.data.services).map(([name, source]) => toService(name, source));
  const fault = result.error.issues.map(({ path, message }) => `${path.join('.')}：${message}`).join('；');
  throw distributedError('COMPOSE_UNREADABLE', { file: FILE, fault });
}

function readYaml(text: string): unknown {
  try {
    return parse(text, { merge: true });
  } catch (error) {
    if (error instanceof YAMLError) throw distributedError('COMPOSE_UNREADABLE', { file: FILE, fault: error.message });
    throw error;
  }
}

/** Variables stand in values only, and are filled in after the YAML is read: a password may hold any character. */
function fillIn(tree: unknown, variables: Variables): unknown {
  const missing = new Set<string>();
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node === 'object' && node !== null) {
      return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, walk(value)]));
    }
    if (typeof node !== 'string') return node;
    const filled = interpolate(node, variables);
    for (const name of filled.missing) missing.add(name);
    return filled.text;
  };
  const filled = walk(tree);
  if (missing.size > 0) throw distributedError('VARIABLES_MISSING', { names: [...missing].join('、') });
  return filled;
}

function toService(name: string, source: ServiceSource): ComposeService {
  const { command, environment, volumes, ports, restart } = source;
  return {
    name,
    isBuilt: source.build !== undefined,
    command,
    environment,
    dependsOn: new Map(Object.entries(source.depends_on).map(([other, { condition }]) => [other, condition])),
    volumes,
    ports,
    healthcheck: source.healthcheck ?? null,
    restart,
    stopSignal: source.stop_signal,
    stopGraceMs: source.stop_grace_period,
  };
}
