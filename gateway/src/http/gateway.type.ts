import type { Clock, PersonActor } from '@hub/core';
import type { Logger, ReadinessReport, Signals } from '@hub/runtime';

import type { DocumentGate } from '../documents';
import type { GatewayExecutor } from '../execution/executor.type';
import type { ExportsOptions } from '../exports';
import type { Telemetry } from '../observability/telemetry';
import type { OperationsPage } from '../operations/operations.type';
import type { PapersOptions } from '../papers';
import type { RateLimiter } from '../security/rates';
import type { ServiceTokenDoor } from '../security/service-tokens';
import type { WorkbooksOptions } from '../workbooks';
import type { FileGateway } from './files/file-gateway.type';
import type { GatewayLimits } from './limits';
import type { StreamLimits } from './subscriptions';

export interface GatewayOptions {
  readonly executor: GatewayExecutor;
  /** Which documents run. */
  readonly documents: DocumentGate;
  /** Session id → who acts; null when the session ended. The answer is kept for at most 5 s. */
  readonly resolveSession: (sessionId: string) => Promise<PersonActor | null>;
  /** HS256 key of the access tokens of local accounts; null: nobody signs in here, and every request is anonymous. */
  readonly accessTokenKey: Uint8Array | null;
  /** Where service tokens are known; without it there are none. */
  readonly serviceTokens?: ServiceTokenDoor;
  /** Without it `/exports` does not exist. */
  readonly exports?: ExportsOptions;
  /** Without it `/workbooks` does not exist. */
  readonly workbooks?: WorkbooksOptions;
  /** Without it `/papers` does not exist. */
  readonly papers?: PapersOptions;
  /** A page that the 系统管理员 may look at; without it there is none. */
  readonly operations?: OperationsPage;
  /** Serves GraphiQL. */
  readonly development: boolean;
  readonly logger: Logger;
  readonly isReady: () => Promise<ReadinessReport>;
  /** Without it `/files` does not exist. */
  readonly files?: FileGateway;
  /** What GraphiQL shows first: the assembly knows the demo logins, the gateway does not. */
  readonly firstQuery?: string;
  readonly limits?: Partial<GatewayLimits>;
  readonly streamLimits?: Partial<StreamLimits>;
  /** What other processes tell; without them what others did to a session acts within 5 s, and not at once. */
  readonly signals?: Signals;
  /** Without it anybody may ask as often as he likes. */
  readonly rates?: RateLimiter;
  readonly clock?: Clock;
  /** What is refused and how many subscriptions are open is told here. */
  readonly telemetry?: Telemetry;
}

export interface Gateway {
  /** Rejects when the port is taken. Port 0 takes a free one. */
  listen(port: number, host: string): Promise<{ port: number }>;
  /** Turns readiness off, stops accepting, lets what is in flight finish, then resolves. */
  close(): Promise<void>;
  /** Makes a leave, a revocation or a change of post act at once: at the next request, and on what is open. */
  forgetSession(sessionId: string): void;
  /** Makes the revocation of a service token act at once. */
  forgetServiceTokens(): void;
}
