export * from './define-event';
export * from './organization.events';
