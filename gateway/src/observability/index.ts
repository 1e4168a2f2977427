export * from './internal-error-log';
export * from './observe-calls';
export * from './observe-executor';
export * from './prometheus-telemetry';
export * from './telemetry';
export * from './trace';
