import type { Id } from '@hub/core';
import { isUniqueViolation, type Transaction } from '@hub/persistence';

import { recordError } from '../domain/record.errors';
import { NumberSeriesEntity } from './number-series.entity';

export class NumberSeriesRepository {
  constructor(private readonly tx: Transaction) {}

  /** Throws SERIES_NOT_FOUND. */
  async get(seriesId: Id): Promise<NumberSeriesEntity> {
    const { committeeId } = this.tx;
    const series = await this.tx.manager.findOne(NumberSeriesEntity, { where: { committeeId, seriesId } });
    if (series === null) throw recordError('SERIES_NOT_FOUND', { seriesId });
    return series;
  }

  /** Throws SERIES_PREFIX_TAKEN. */
  async insert(series: NumberSeriesEntity): Promise<void> {
    try {
      await this.tx.manager.insert(NumberSeriesEntity, series);
    } catch (error) {
      if (isUniqueViolation(error, 'number_series_prefix')) {
        throw recordError('SERIES_PREFIX_TAKEN', { prefix: series.prefix });
      }
      throw error;
    }
  }
}
