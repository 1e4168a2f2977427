import { keptBook } from '@hub/deadlines';

/** Months that branches close. */
export const duesBook = keptBook('dues', {
  DUES: { name: '党费收缴', verb: '完成当月党费收缴', subjectType: 'DuesMonth', outside: '当月党费待收缴' },
});
