export * from './context';
export * from './execution/executor.type';
