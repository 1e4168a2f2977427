import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const badInput = (message: string, reason: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', reason } });

/** Years from 0001: the calendar of the database has no year 0. */
const DATE = /^(?!0000)\d{4}-\d{2}-\d{2}$/;

function parseDate(value: unknown): string {
  if (typeof value === 'string' && DATE.test(value)) {
    const instant = new Date(`${value}T00:00:00Z`);
    if (!Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(value)) return value;
  }
  throw badInput('日期须为 YYYY-MM-DD 格式的有效日期。', 'DATE_INVALID');
}

/** A business date, never an instant: 成文日期, 任期届满日. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: '日期：YYYY-MM-DD，业务日期，不含时间与时区。',
  serialize: (value) => parseDate(value),
  parseValue: parseDate,
  parseLiteral: (node) => parseDate(node.kind === Kind.STRING ? node.value : null),
});

const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;
const INSTANT = /^(?!0000)\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Every instant leaves in Beijing time with its offset: people read it, programs parse it. */
function formatInstant(value: unknown): string {
  const instant = value instanceof Date ? value : new Date(String(value));
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().replace('Z', '+08:00');
}

function parseInstant(value: unknown): Date {
  const instant = typeof value === 'string' && INSTANT.test(value) ? new Date(value) : null;
  if (instant === null || Number.isNaN(instant.getTime())) {
    throw badInput('时间须为带时区的 ISO 8601 格式，例如 2020-10-15T09:00:00+08:00。', 'DATETIME_INVALID');
  }
  return instant;
}

export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: '时间：ISO 8601，带时区（输出为北京时间 +08:00）。',
  serialize: formatInstant,
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : null),
});

function parseFen(value: unknown): number {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw badInput('金额须为以分为单位的整数。', 'FEN_INVALID');
}

/** GraphQL's Int ends at 21 million yuan, so money has its own integer, safe to 2^53. */
export const FenScalar = new GraphQLScalarType<number, number>({
  name: 'Fen',
  description: '金额：人民币分，整数。',
  serialize: parseFen,
  parseValue: parseFen,
  parseLiteral: (node) => parseFen(node.kind === Kind.INT ? Number(node.value) : null),
});
