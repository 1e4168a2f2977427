/** 本月、本季度: the period is said by the task. */
const OWN_PERIOD = /^(本|当)(月|季度?|半年度?|年度?|期)/u;
/** 人数（人）: a measure or a remark behind the name. */
const REMARK = /[(（[【〔][^)）\]】〕]*[)）\]】〕]/gu;
const MARKS = /[\p{P}\p{S}\p{Z}\s]/gu;

/** The name of a field as it is compared with others: without marks, remarks in brackets and the period at its head. */
export function plainLabel(label: string): string {
  const text = label.normalize('NFKC').replace(REMARK, '').replace(MARKS, '').toLowerCase();
  return text.replace(OWN_PERIOD, '') || text;
}
