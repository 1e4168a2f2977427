export * from './internal-error-log';
export * from './telemetry';
