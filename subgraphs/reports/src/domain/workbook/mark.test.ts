import { assertMark, formatMark } from './mark';

const TASK = { taskId: '01980000-0000-7000-8000-0000000000f1', templateVersion: 3 };
const OTHER = { taskId: '01980000-0000-7000-8000-0000000000f2', templateVersion: 3 };

test('a workbook comes back to its task', () => {
  expect(() => assertMark(formatMark(TASK), TASK)).not.toThrow();
});

test.each([
  [formatMark(OTHER), 'WORKBOOK_OF_ANOTHER_TASK'],
  ['report-task 1 3', 'WORKBOOK_OF_ANOTHER_TASK'],
  [`report-task ${TASK.taskId}`, 'WORKBOOK_OF_ANOTHER_TASK'],
  [`report-task ${TASK.taskId} 3 4`, 'WORKBOOK_OF_ANOTHER_TASK'],
  [`paper ${TASK.taskId} 3`, 'WORKBOOK_OF_ANOTHER_TASK'],
  ['', 'WORKBOOK_OF_ANOTHER_TASK'],
  [formatMark({ ...TASK, templateVersion: 2 }), 'WORKBOOK_VERSION_GONE'],
])('%s is refused: %s', (mark, reason) => {
  expect(() => assertMark(mark, TASK)).toThrow(expect.objectContaining({ reason }));
});
