import type { ErrorPath, ResponseError } from './response-error';

/** What the executor itself may find wrong with a field. None of them tells the client more than that it is not his fault. */
const FIELD_FAULTS = {
  /** Thrown when a non-null field has no value and no subgraph said why. */
  NULL_IN_NON_NULL_FIELD: '必有的内容没有取到，请联系系统管理员。',
  /** Thrown when a subgraph answers a value that the type of the field does not allow. */
  INVALID_FIELD_VALUE: '取到的内容与字段的类型不符，请联系系统管理员。',
  /** Thrown when the type of an object is missing, unknown to clients or not possible at this place. */
  UNKNOWN_OBJECT_TYPE: '取到的内容类型不明，请联系系统管理员。',
} as const;

export type FieldFault = keyof typeof FIELD_FAULTS;

export function fieldFault(fault: FieldFault, path: ErrorPath): ResponseError {
  return { message: FIELD_FAULTS[fault], path, extensions: { code: 'INTERNAL_SERVER_ERROR', reason: fault } };
}

/** A subgraph did not answer, or not in a form that can be read. Its name is public, its address and its trouble are not. */
export function subgraphUnavailable(subgraph: string): ResponseError {
  return {
    message: '部分内容暂时无法取得，请稍后重试。',
    extensions: { code: 'SUBGRAPH_UNAVAILABLE', reason: `${subgraph.toUpperCase()}_UNAVAILABLE`, subgraph },
  };
}

/** The execution itself broke down. */
export function internalError(): ResponseError {
  const extensions = { code: 'INTERNAL_SERVER_ERROR', reason: 'EXECUTION_FAILED' };
  return { message: '服务内部出错，请稍后重试或联系系统管理员。', extensions };
}

/** The operation ran, and what it brought is more than may be sent. */
export function responseTooLarge(limit: number): ResponseError {
  const extensions = { code: 'BAD_USER_INPUT', reason: 'RESPONSE_TOO_LARGE', details: { limit } };
  return { message: '结果过大：请减少每页条数或所选字段后重试。', extensions };
}
