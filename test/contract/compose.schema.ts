const text = { type: 'string' } as const;
const texts = { type: 'array', items: text, minItems: 1 } as const;
const duration = { type: 'string', pattern: '^\\d+(ms|s|m|h)$' } as const;

const healthcheck = {
  type: 'object',
  required: ['test'],
  additionalProperties: false,
  properties: {
    test: texts,
    interval: duration,
    timeout: duration,
    retries: { type: 'integer', minimum: 1 },
    start_period: duration,
  },
} as const;

const dependency = {
  type: 'object',
  required: ['condition'],
  additionalProperties: false,
  properties: { condition: { enum: ['service_started', 'service_healthy', 'service_completed_successfully'] } },
} as const;

const service = {
  type: 'object',
  required: ['image', 'networks'],
  additionalProperties: false,
  properties: {
    image: text,
    build: {
      type: 'object',
      required: ['context', 'dockerfile'],
      additionalProperties: false,
      properties: { context: text, dockerfile: text },
    },
    command: texts,
    environment: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
    depends_on: { type: 'object', additionalProperties: dependency },
    healthcheck,
    ports: texts,
    networks: texts,
    volumes: texts,
    tmpfs: texts,
    cap_drop: texts,
    security_opt: texts,
    init: { type: 'boolean' },
    read_only: { type: 'boolean' },
    restart: { enum: ['no', 'always', 'on-failure', 'unless-stopped'] },
    stop_signal: { type: 'string', pattern: '^SIG[A-Z]+$' },
    stop_grace_period: duration,
    shm_size: { type: 'string', pattern: '^\\d+[kmg]b$' },
  },
} as const;

const named = (items: object) => ({
  type: 'object',
  propertyNames: { pattern: '^[a-zA-Z0-9._-]+$' },
  additionalProperties: items,
});

/** The part of the Compose Specification that docker-compose.yml uses; a key outside it is taken for a mistake. */
export const composeSchema = {
  type: 'object',
  required: ['name', 'services'],
  additionalProperties: false,
  patternProperties: { '^x-': {} },
  properties: {
    name: { type: 'string', pattern: '^[a-z0-9][a-z0-9_-]*$' },
    services: named(service),
    networks: named({ type: 'object', additionalProperties: false, properties: { internal: { type: 'boolean' } } }),
    volumes: named({ type: 'object', maxProperties: 0 }),
  },
} as const;
