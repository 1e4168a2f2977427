import { faultReporter } from '../fault-reporter';
import type { Logger } from '../logger';
import { connectedSignals } from './connected-signals';
import { postgresSignals } from './postgres-signals';
import { redisSignals } from './redis-signals';
import type { Signals } from './signals.type';

/** Where signals travel: the one setting in which the two shapes of the hub differ here. */
export interface SignalSetting {
  readonly kind: 'redis' | 'postgres';
  readonly url: string;
}

export function connectSignals({ kind, url }: SignalSetting, logger: Logger): Signals {
  const report = faultReporter(logger, 'signals failed');
  let closing = false;
  const reportFault = (error: unknown): void => {
    // A store that stops right after us is no fault.
    if (!closing) report(error);
  };
  const store = kind === 'redis' ? redisSignals(url, reportFault) : postgresSignals(url, reportFault);
  const signals = connectedSignals(store, reportFault);
  return {
    ...signals,
    close: () => {
      closing = true;
      return signals.close();
    },
  };
}
