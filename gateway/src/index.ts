export { checkedDoor, openDashboards } from './boot/dashboards';
export * from './context';
export * from './documents';
export * from './execution';
export * from './http';
export * from './observability';
export * from './remote';
export * from './security';
export * from './supergraph';
