/** An error as a client of the hub reads it. */
export interface ClientError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly reason?: string; readonly details?: Record<string, unknown> };
}

export interface ClientAnswer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly ClientError[];
}
