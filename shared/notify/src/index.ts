export { type Outside, openOutside } from './outside';
export type { OutsideChannel } from './outside-channel';
export { type OutsideFacts, OutsideMessage, type Recipient } from './outside-message';
export { NOTHING_OUTSIDE, type OutsideEnv, type OutsideSettings, outsideOf, outsideSettings } from './outside-settings';
export { FAILURES, type FailureCode, type SendFailure, type SendResult } from './send-result';
