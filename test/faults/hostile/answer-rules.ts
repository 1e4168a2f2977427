import type { ClientAnswer, ClientError } from '../../support';
import { SECRET } from './committee-with-secrets';

/** Said by graphql-js about the request itself, in its own words. */
const OF_THE_REQUEST = /^(GRAPHQL_|BAD_USER_INPUT$)/;
const OURS = /^(BAD_USER_INPUT|UNAUTHENTICATED|FORBIDDEN|NOT_FOUND|CONFLICT)$/;

/** Refusals that only these operations may have, with why. */
const OUT_OF_REACH: Readonly<Record<string, unknown>> = {
  // A hundred at once, each resolving every group of the committee: a busy machine runs out of time.
  recipientGroups: 'OPERATION_TIMEOUT',
  // The bare graph has no gateway that checks documents.
  registerDocument: 'DOCUMENT_UNCHECKED',
};

/** Traces of the machine. None of them occurs in what is sent. */
const TRACES =
  /node_modules|\.(ts|js):\d+|\n\s+at |QueryFailedError|TypeError|violates|syntax error|invalid (input|byte)|duplicate key|relation "|out of range/;

/** What is wrong with an answer; empty when nothing is. */
export function faultsIn(operation: string, answer: ClientAnswer<unknown>, restricted: boolean): string[] {
  const faults = (answer.errors ?? []).flatMap((error) => faultsOf(operation, error));
  if (restricted && JSON.stringify(answer).includes(SECRET)) faults.push('shows what belongs to another unit');
  return faults;
}

function faultsOf(operation: string, { message, path, extensions }: ClientError): string[] {
  const { code, reason } = extensions;
  const ofTheRequest = OF_THE_REQUEST.test(code) && (reason === undefined || reason === code);
  if (ofTheRequest) return [];
  const faults: string[] = [];
  const isOutOfReach = reason !== undefined && OUT_OF_REACH[operation] === reason;
  if (!OURS.test(code) && !isOutOfReach) faults.push(`${code} ${reason} at ${path?.join('.')}`);
  if (reason === undefined) faults.push('no reason');
  if (!/\p{Script=Han}/u.test(message)) faults.push(`not Chinese: ${message.slice(0, 200)}`);
  if (TRACES.test(message)) faults.push(`trace: ${message.slice(0, 200)}`);
  return faults;
}

export const codeOf = ({ errors }: ClientAnswer<unknown>): string => {
  const extensions = errors?.[0]?.extensions;
  return extensions ? (extensions.reason ?? extensions.code) : 'ANSWERED';
};
