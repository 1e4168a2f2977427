import type { Clock } from '@hub/core';
import type { Telemetry } from '../../observability/telemetry';
import type { Authenticate } from '../../security/authenticate';
import type { StreamLimits } from './stream-limits';

/** What connections that stay open need of the gateway. */
export interface StreamHost {
  readonly authenticate: Authenticate;
  readonly clock: Clock;
  readonly limits: StreamLimits;
  readonly telemetry: Pick<Telemetry, 'subscriptionsChanged' | 'refused'>;
}
