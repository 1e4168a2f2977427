import type { BenchWorld } from '../world/bench-world';

/** 召开次数 and 正文. */
const FIELDS = [
  { key: 'held', label: '召开次数', type: 'NUMBER', origin: { by: 'ASKED' }, required: true, measure: '次' },
  { key: 'body', label: '正文', type: 'TEXT', origin: { by: 'ASKED' }, required: false },
];

/** A monthly report of one number and some words; the id of its template. */
export async function addTemplate({ clock, committeeId, ids, owner }: BenchWorld): Promise<string> {
  const templateId = ids.next();
  await owner.query(
    `insert into reports.report_template
       (committee_id, template_id, name, kind, signature_needed, current_number, created_at, updated_at)
     values ($1, $2, '党建工作月报', 'MONTHLY', false, 1, $3, $3)`,
    [committeeId, templateId, clock.now()],
  );
  await owner.query(
    `insert into reports.report_template_version
       (committee_id, template_id, number, fields, minutes, published_at, published_by_account_id, published_by_name)
     values ($1, $2, 1, $3, 30, $4, $2, '王五')`,
    [committeeId, templateId, JSON.stringify(FIELDS), clock.now()],
  );
  return templateId;
}
