import type { ClassifiedColumn } from '@hub/persistence';

const SUMMED = 'summed in SQL by unit and month; kept from others by row security and by the policy of dues';

/** What one member pays tells the wage: level 4. Sums over a unit are level 2. */
export const duesColumns: readonly ClassifiedColumn[] = [
  {
    column: 'dues_charge.amount_fen',
    level: 4,
    shownBy: ['DuesCharge.amountFen'],
    kept: { as: 'CLEAR', because: SUMMED },
  },
  {
    column: 'dues_charge.paid_fen',
    level: 4,
    shownBy: ['DuesCharge.paidFen'],
    kept: { as: 'CLEAR', because: SUMMED },
  },
];
