export { secretKey } from './env-values';
export { faultReporter } from './fault-reporter';
export { type CheckReport, Health, type HealthCheck, type LivenessReport, type ReadinessReport } from './health';
export { type DrainLimits, HttpDrain } from './http-drain';
export { EnvironmentError, loadEnv } from './load-env';
export { createLogger, LOG_LEVELS, type Logger, type LoggerOptions, type LogLevel } from './logger';
export { createShutdown, type Shutdown } from './shutdown';
export * from './signals';
export { CALLER_HEADER, type Caller, signCaller, verifyCaller } from './signed-caller';
