export * from './context';
export * from './execution/executor.type';
export * from './http';
export * from './observability';
export * from './security';
