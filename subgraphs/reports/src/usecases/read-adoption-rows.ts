import type { UseCaseContext } from '@hub/persistence';

import {
  type AdoptionGrouping,
  type AdoptionGroupRow,
  type AdoptionRowsFilter,
  adoptionRows,
} from '../data/adoption-rows.read-model';
import type { Cadence } from '../domain/period';

/** 信息采用统计: statistics of information work, and nothing that a unit is judged by (X3). */
export const readAdoptionRows = (
  ctx: UseCaseContext,
  groupBy: AdoptionGrouping,
  every: Cadence,
  filter: AdoptionRowsFilter,
): Promise<AdoptionGroupRow[]> => ctx.read((tx) => adoptionRows(tx, groupBy, every, filter));
