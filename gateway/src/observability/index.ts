export * from './gateway-logger.type';
export * from './internal-error-log';
