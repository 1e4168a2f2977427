export * from './define-event';
export * from './dispatch.events';
export * from './event-routes';
export * from './notice.events';
export * from './organization.events';
export * from './reports.events';
export * from './time-rules.events';
