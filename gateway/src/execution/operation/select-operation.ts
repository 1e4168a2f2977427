import { type DocumentNode, type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import { MutationRefused, refuse } from '../errors/response-error';
import type { ExecuteOptions } from '../executor.type';
import { operationsOf } from './definitions';

/** The operation of the document that the request means, if it may be run. */
export function selectOperation(
  document: DocumentNode,
  operationName: string | null,
  { allowMutations, allowSubscriptions = false }: ExecuteOptions,
): OperationDefinitionNode {
  const operation = findOperation(document, operationName);
  if (operation.operation === OperationTypeNode.SUBSCRIPTION && !allowSubscriptions) {
    throw refuse('BAD_USER_INPUT', 'SUBSCRIPTION_NEEDS_STREAM', '订阅须以 text/event-stream 或 WebSocket 接收。');
  }
  if (operation.operation === OperationTypeNode.MUTATION && !allowMutations) {
    throw new MutationRefused();
  }
  return operation;
}

/** The operation of that name, or the only one. */
export function findOperation(document: DocumentNode, operationName: string | null): OperationDefinitionNode {
  const operations = operationsOf(document);
  const named = operationName === null ? operations : operations.filter(({ name }) => name?.value === operationName);
  const [operation, ...others] = named;
  if (!operation) throw refuse('BAD_USER_INPUT', 'OPERATION_NOT_FOUND', '请求中没有所指定的操作。');
  if (others.length > 0) throw refuse('BAD_USER_INPUT', 'OPERATION_NAME_REQUIRED', '请求含多个操作，须指明操作名称。');
  return operation;
}
