import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseCompose } from '@hub/infra/distributed/compose/parse-compose';
import { readLocalEnv } from '@hub/infra/local/env';
import Ajv from 'ajv';
import { parse } from 'yaml';

import { gatewayEnv } from '../../gateway/src/gateway.env';
import { subgraphEnv } from '../../shared/graphql/src/host/subgraph.env';
import { SUBGRAPHS } from '../support/subgraphs';
import { composeSchema } from './compose.schema';

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: object;
  readonly ports?: readonly string[];
  readonly networks: readonly string[];
  readonly volumes?: readonly string[];
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly networks: Readonly<Record<string, unknown>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const root = join(__dirname, '..', '..');
const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
const compose = parse(text, { merge: true }) as Compose;
const services = Object.entries(compose.services);
const ownProcesses = services.filter(([, { image }]) => image === 'party-work-hub');

/** The source a compiled program comes from: `gateway/dist/main.js` → `gateway/src/main.ts`. */
function sourceOf(program: string): string {
  const inSource = program.startsWith('infra/') ? program.replace('/dist/', '/') : program.replace('/dist/', '/src/');
  return inSource.replace(/\.js$/, '.ts');
}

/** Variables a person must give, as the head of docker-compose.yml asks for them. */
const GIVEN = {
  HUB_POSTGRES_PASSWORD: 'owner-password',
  HUB_ROLE_PASSWORD: 'role-password-of-16',
  HUB_ACCESS_TOKEN_KEY: '0'.repeat(64),
  HUB_CALLER_KEY: '1'.repeat(64),
  HUB_AUDIT_KEY: '2'.repeat(64),
  HUB_DATA_KEYS: `1:${'3'.repeat(64)}`,
  HUB_SEARCH_KEY: '4'.repeat(64),
};

interface Reader {
  readonly program: RegExp;
  readonly read: (source: Readonly<Record<string, string>>) => unknown;
  /** Where the names it reads are written. */
  readonly sources: readonly string[];
}

const READERS: readonly Reader[] = [
  {
    program: /^gateway\/dist\/main\.js$/,
    read: gatewayEnv,
    sources: [
      'gateway/src/gateway.env.ts',
      'gateway/src/security/rates/rate-limits.ts',
      'gateway/src/exports/export-settings.ts',
    ],
  },
  {
    program: /^subgraphs\/\w+\/dist\/(main|worker)\.js$/,
    read: subgraphEnv,
    sources: ['shared/graphql/src/host/subgraph.env.ts', 'shared/notify/src/outside-settings.ts'],
  },
  { program: /^infra\/dist\/scripts\/migrate\.js$/, read: readLocalEnv, sources: ['infra/local/env.ts'] },
];

/** What node runs, after what node itself is told. */
function programOf([, ...rest]: readonly string[]): string {
  return rest.find((word) => !word.startsWith('-')) ?? '';
}

function readerOf(program: string): Reader {
  const found = READERS.find((reader) => reader.program.test(program));
  if (!found) throw new Error(`say here what reads the environment of ${program}`);
  return found;
}

describe('docker-compose.yml', () => {
  it('is written in the words of the Compose Specification', () => {
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(composeSchema);
    validate(compose);
    expect(validate.errors ?? []).toEqual([]);
  });

  it.each(ownProcesses)('%s runs a program that is built from a source of ours', (_, { command = [] }) => {
    const [node] = command;
    const program = programOf(command);
    expect(node).toBe('node');
    expect(program).toMatch(/^[a-z/]+\/dist\/[a-z/]+\.js$/);
    expect(existsSync(join(root, sourceOf(program)))).toBe(true);
  });

  it.each(parseCompose(text, GIVEN).filter(({ isBuilt }) => isBuilt))(
    '$name has all that its program asks for, and nothing that it does not read',
    ({ command, environment }) => {
      const { read, sources } = readerOf(programOf(command));
      expect(() => read(environment)).not.toThrow();
      const names = sources.map((source) => readFileSync(join(root, source), 'utf8')).join('\n');
      expect(Object.keys(environment).filter((name) => !new RegExp(`\\b${name}:`).test(names))).toEqual([]);
    },
  );

  it('asks a person for the variables that its head names, and no other', () => {
    const asked = [...text.matchAll(/\$\{([A-Z_]+):\?\}/g)].map(([, name]) => name);
    const told = [...text.matchAll(/^# {3}([A-Z_]+) /gm)].map(([, name]) => name);
    expect([...new Set(asked)].sort()).toEqual([...told].sort());
    expect(told.sort()).toEqual(Object.keys(GIVEN).sort());
  });

  it('runs every subgraph and its worker, under the login role of that subgraph', () => {
    for (const { name, database } of SUBGRAPHS) {
      for (const process of [name, `${name}-worker`]) {
        expect(compose.services[process]?.environment?.HUB_DATABASE_URL).toMatch(`//hub_${database.schema}:`);
      }
    }
    const others = ['postgres', 'redis', 'migrate', 'gateway'];
    expect(services.map(([name]) => name).sort()).toEqual(
      [...others, ...SUBGRAPHS.flatMap(({ name }) => [name, `${name}-worker`])].sort(),
    );
  });

  it('publishes the port of the gateway and no other', () => {
    const published = services.filter(([, { ports }]) => ports !== undefined);
    expect(published.map(([name]) => name)).toEqual(['gateway']);
    const inPublic = services.filter(([, { networks }]) => networks.includes('public'));
    expect(inPublic.map(([name]) => name)).toEqual(['gateway']);
  });

  it('lets out of its network what sends, and nothing else', () => {
    expect(compose.networks.internal).toEqual({ internal: true });
    const out = services.filter(([, { networks }]) => networks.some((network) => network !== 'internal'));
    expect(out.map(([name]) => name)).toEqual(['gateway', 'organization-worker']);
  });

  it('gives no secret away: each comes from outside and must be there', () => {
    const secrets = services.flatMap(([, { environment = {} }]) =>
      Object.entries(environment).filter(([name]) => /PASSWORD|KEY|DATABASE_URL/.test(name)),
    );
    expect(secrets.length).toBeGreaterThan(0);
    for (const [, value] of secrets) expect(value).toMatch(/\$\{[A-Z_]+:\?\}/);
  });

  it('waits only for services that exist and can become what is waited for', () => {
    for (const [, { depends_on = {} }] of services) {
      for (const [name, { condition }] of Object.entries(depends_on)) {
        expect(compose.services).toHaveProperty(name);
        if (condition === 'service_healthy') expect(compose.services[name]).toHaveProperty('healthcheck');
      }
    }
  });

  it('names only networks and volumes that it declares', () => {
    for (const [, { networks, volumes = [] }] of services) {
      expect(Object.keys(compose.networks)).toEqual(expect.arrayContaining([...networks]));
      for (const volume of volumes) expect(compose.volumes).toHaveProperty(volume.split(':')[0] ?? '');
    }
  });

  it('keeps the queues whole: nothing is evicted, everything is written down', () => {
    const command = compose.services.redis?.command?.join(' ');
    expect(command).toContain('--maxmemory-policy noeviction');
    expect(command).toContain('--appendonly yes');
  });

  it('starts from an image that is a production, and not root', () => {
    const image = readFileSync(join(root, 'infra/images/Dockerfile'), 'utf8')
      .split(/^FROM /m)
      .at(-1);
    expect(image).toMatch(/^ENV NODE_ENV=production$/m);
    expect(image).toMatch(/^USER node$/m);
  });
});
