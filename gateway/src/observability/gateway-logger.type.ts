type LogFields = Readonly<Record<string, unknown>>;

/** The part of a pino logger the gateway writes to. */
export interface GatewayLogger {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}
