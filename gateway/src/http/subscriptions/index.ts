export { SseAnswers } from './sse-answers';
export { DEFAULT_STREAM_LIMITS, type StreamLimits } from './stream-limits';
export { StreamRegistry } from './stream-registry';
export { WsDoor } from './ws/ws-door';
