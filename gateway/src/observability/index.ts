export * from './internal-error-log';
