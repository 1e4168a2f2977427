import { defineErrors } from '@hub/core';

/** What reading of reports refuses. */
export const readingError = defineErrors({
  /** Thrown when the reports of a task are listed without saying which. */
  REPORT_LIST_OF_TASK: { kind: 'BAD_USER_INPUT', message: '请指明是哪项报送任务。' },
  /** Thrown when figures are asked of a field that has none. */
  FIELD_NOT_ADDED_UP: { kind: 'BAD_USER_INPUT', message: '该项目不是可汇总的数字或金额项目。' },
  /** Thrown when no word of a search has two characters. */
  SEARCH_TOO_SHORT: { kind: 'BAD_USER_INPUT', message: '请至少输入两个字的检索词。' },
  /** Thrown when a search has more words, or longer ones, than people type. */
  SEARCH_TOO_LONG: { kind: 'BAD_USER_INPUT', message: '检索词过多或过长：至多8个词，每个不超过50个字。' },
  /** Thrown when a search is paged by numbers beyond the first thousand. */
  SEARCH_TOO_FAR: { kind: 'BAD_USER_INPUT', message: '检索结果请用游标翻页，或缩小范围。' },
  /** Thrown when an organisation was asked nothing by that template in the period that is compared with. */
  REPORT_OF_PERIOD_NOT_FOUND: { kind: 'NOT_FOUND', message: '该党组织在所比的一期没有按同一模板的报送。' },
  /** Thrown when a version that is compared does not exist, or was not handed in and is another unit's. */
  REPORT_VERSION_NOT_FOUND: { kind: 'NOT_FOUND', message: '该版本不存在，或尚未报出。' },
});
