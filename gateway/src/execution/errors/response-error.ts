export type ErrorPath = readonly (string | number)[];

/** One entry of `errors` in the response, before the request id is added. */
export interface ResponseError {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly path?: ErrorPath;
  readonly extensions: { readonly code: string; readonly [key: string]: unknown };
}

/** Thrown when an operation is refused before it runs; the response then has errors and no data. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';

  /** A `cause` is a fault of ours that the client does not see and the log does. */
  constructor(
    readonly errors: readonly ResponseError[],
    options?: ErrorOptions,
  ) {
    super(errors.map((error) => error.message).join('\n'), options);
  }
}

/** Apart from the others because HTTP has a status for it (405). */
export class MutationRefused extends RequestRefused {
  constructor() {
    const extensions = { code: 'BAD_USER_INPUT', reason: 'MUTATION_OVER_GET' };
    super([{ message: '修改数据的操作只能用 POST 请求提交。', extensions }]);
  }
}

export function refuse(code: string, reason: string, message: string): RequestRefused {
  return new RequestRefused([{ message, extensions: { code, reason } }]);
}
