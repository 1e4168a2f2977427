import { parseCompose } from '../compose/parse-compose';
import { type PlacementOptions, placeServices } from './place-services';

const FILE = `
services:
  postgres: { image: postgres, environment: { POSTGRES_USER: hub_owner } }
  redis: { image: redis }
  migrate:
    build: .
    command: [node, infra/migrate.js]
    environment: { HUB_DATABASE_URL: "postgres://hub_owner:x@postgres:5432/hub" }
    depends_on: { postgres: { condition: service_healthy } }
  dues:
    build: .
    command: [node, dues/main.js]
    environment:
      HUB_DATABASE_URL: "postgres://hub_dues:p%40ss@postgres:5432/hub"
      HUB_REDIS_URL: redis://redis:6379
      HUB_SUBGRAPH_PORT: 4001
    depends_on: { migrate: { condition: service_completed_successfully }, redis: { condition: service_healthy } }
    healthcheck: { test: [CMD, node, -e, "fetch('http://127.0.0.1:4001/health')"] }
  gateway:
    build: .
    command: [node, gateway/main.js]
    environment: { HUB_SUPERGRAPH: file, HUB_PORT: 4000, HUB_FILES_DIR: /var/hub/files/kept }
    volumes: ["files:/var/hub/files"]
    ports: ["4100:4000"]
    depends_on: { dues: { condition: service_healthy } }
`;

const options: PlacementOptions = {
  given: {
    databaseUrl: 'postgres://me:own@db.example:6432/mine?sslmode=require',
    redisUrl: 'redis://r.example:7000/2',
  },
  dataDir: '/data',
  host: '0.0.0.0',
  environment: { NODE_ENV: 'production' },
  subgraphUrls: new Map([
    ['dues', 'http://dues:4001/graphql'],
    ['far', 'https://far.example/graphql'],
  ]),
  freePort: async () => 23_456,
};

const place = async (without: string[] = []) => {
  const services = parseCompose(FILE, {}).filter(({ name }) => !without.includes(name));
  return new Map((await placeServices(services, options)).map((plan) => [plan.name, plan]));
};

test('what is given by address is not run, and nobody waits for it', async () => {
  const plans = await place();
  expect([...plans.keys()]).toEqual(['migrate', 'dues', 'gateway']);
  expect(plans.get('migrate')?.dependsOn.size).toBe(0);
  expect([...(plans.get('dues')?.dependsOn ?? [])]).toEqual([['migrate', 'service_completed_successfully']]);
  expect((await place(['migrate'])).get('dues')?.dependsOn.size).toBe(0);
});

test('addresses of the network become those of here: the owner whole, a role by name and password', async () => {
  const plans = await place();
  expect(plans.get('migrate')?.environment.HUB_DATABASE_URL).toBe(options.given.databaseUrl);
  expect(plans.get('dues')?.environment).toMatchObject({
    HUB_DATABASE_URL: 'postgres://hub_dues:p%40ss@db.example:6432/mine?sslmode=require',
    HUB_REDIS_URL: 'redis://r.example:7000/2',
  });
});

test('a process listens on a free port of the loopback address, and is asked there for its health', async () => {
  const dues = (await place()).get('dues');
  expect(dues?.environment).toMatchObject({ HUB_SUBGRAPH_PORT: '23456', HUB_HOST: '127.0.0.1' });
  expect(dues?.healthcheck).toMatchObject({
    port: 23_456,
    command: ['node', '-e', "fetch('http://127.0.0.1:23456/health')"],
  });
});

test('the gateway opens its published port, finds its subgraphs here and its volume in the data folder', async () => {
  const gateway = (await place()).get('gateway');
  expect(gateway?.args).toEqual(['gateway/main.js']);
  expect(gateway?.environment).toEqual({
    HUB_SUPERGRAPH: 'file',
    HUB_PORT: '4100',
    HUB_HOST: '0.0.0.0',
    HUB_FILES_DIR: '/data/files/kept',
    HUB_SUBGRAPH_URLS: 'dues=http://127.0.0.1:23456/graphql,far=https://far.example/graphql',
    NODE_ENV: 'production',
  });
});

test.each([
  ['a service of another image that nobody gave', 'services: { mail: { image: mail } }'],
  ['a program that is not Node’s', 'services: { api: { build: ., command: [sh, run.sh] } }'],
])('%s is refused by name', async (_, file) => {
  await expect(placeServices(parseCompose(file, {}), options)).rejects.toMatchObject({ reason: 'SERVICE_UNKNOWN' });
});
