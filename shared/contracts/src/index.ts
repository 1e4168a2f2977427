export * from './define-event';
export * from './dispatch.events';
export * from './event-routes';
export * from './organization.events';
