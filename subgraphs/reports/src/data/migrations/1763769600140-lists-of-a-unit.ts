import { SqlMigration } from '@hub/persistence';

const HANDED_IN = 'submitted_at is not null';
/** As the list asks for it, to the letter. */
const WORKED_ON = `state in ('DRAFT', 'UNIT_REVIEW', 'UNIT_SIGNED', 'RETURNED')`;
/** Row security looks at it for the office: with it in the index rows need not be looked at to be counted. */
const COUNTED = 'include (visibility)';

/** A unit's reports of ten years are counted in an index, and what it works on is not looked for among all units. */
export class ListsOfAUnit1763769600140 extends SqlMigration {
  protected statements(): string[] {
    return [
      'drop index reports.report_unit_submitted',
      `create index report_unit_submitted on reports.report (committee_id, unit_id, submitted_at desc, report_id desc)
         ${COUNTED} where ${HANDED_IN}`,
      `create index report_unit_worked_on on reports.report (committee_id, unit_id, report_id desc)
         ${COUNTED} where ${WORKED_ON}`,
    ];
  }
}
