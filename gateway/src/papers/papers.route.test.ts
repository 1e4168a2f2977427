import type { PaperPage } from '@hub/core';

import { CLERK, Harness } from '../../testing/harness';
import { paragraphsOf } from '../../testing/package-part';
import { StubExportLog } from '../../testing/stub-export-log';
import { DOCX } from '../http/files/office-types';
import type { Papers } from './papers.type';

const TASK = '01980000-0000-7000-8000-0000000000f1';
const PATH = `/papers/report-tasks/${TASK}`;
const ROWS_ALONE = 2;

const page = (unit: string, rest: Partial<PaperPage> = {}): PaperPage => ({
  name: '十月月报-汇总',
  records: 2,
  recordsHere: 1,
  blocks: [{ more: [[unit]] }],
  endCursor: null,
  ...rest,
});
const FIRST = page('甲单位', {
  blocks: [{ style: 'TITLE', text: '十月月报汇总' }, { table: [['单位']] }, { more: [['甲单位']] }],
  endCursor: 'next',
});

let pages: (string | null)[];
let give: (after: string | null) => PaperPage;
const log = new StubExportLog();
const h = new Harness();

beforeAll(async () => {
  const papers: Papers = {
    page: async ({ actor }, subject, after) => {
      expect([actor.postId, subject]).toEqual([CLERK.postId, { kind: 'report-tasks', id: TASK }]);
      pages.push(after);
      return give(after);
    },
  };
  await h.start({ papers: { papers, log }, limits: { exportRowsAlone: ROWS_ALONE } });
});
afterAll(() => h.stop());
beforeEach(() => {
  log.reset();
  pages = [];
  give = (after) => (after === null ? FIRST : page('乙单位'));
});

const get = async (path = PATH) => h.get(path, await h.bearer());

test('a paper leaves page by page, says who took it, and stands in the log', async () => {
  const { status, headers, bytes } = await get();
  expect([status, headers['content-type']]).toEqual([200, DOCX]);
  expect(headers['content-disposition']).toContain(encodeURIComponent('十月月报-汇总.docx'));
  expect(paragraphsOf(bytes)).toEqual([
    '十月月报汇总',
    '单位',
    '甲单位',
    '乙单位',
    expect.stringMatching(/^导出人：王专干（党务专干） .*导出编号：0$/),
  ]);
  expect(pages).toEqual([null, 'next']);
  expect(log.entries[0]?.facts).toMatchObject({
    documentId: `report-tasks/${TASK}`,
    documentName: 'ReportTaskPaper',
    format: 'DOCX',
    isBulk: false,
  });
  expect(await log.outcome()).toEqual(['COMPLETE', 2]);
});

test('a paper of more reports than one may take alone leaves when a second person agreed', async () => {
  give = (after) => (after === null ? { ...FIRST, records: 3 } : page('乙单位'));
  const refused = await get();
  expect([refused.status, refused.json?.errors[0].extensions.reason, log.entries]).toEqual([
    403,
    'EXPORT_NEEDS_APPROVAL',
    [],
  ]);
  log.granted = true;
  expect([(await get()).status, log.entries[0]?.facts.isBulk]).toEqual([200, true]);
});

test('a page that fails, or has more than one may take, cuts the file off', async () => {
  give = (after) => {
    if (after !== null) throw new Error('gone');
    return FIRST;
  };
  await expect(get()).rejects.toThrow();
  expect(await log.outcome()).toEqual(['FAILED', 1]);
  log.reset();
  give = (after) => (after === null ? FIRST : page('乙单位', { recordsHere: ROWS_ALONE }));
  await expect(get()).rejects.toThrow();
  expect(await log.outcome()).toEqual(['FAILED', 1]);
});

test.each(['/papers/reports/x', `/papers/report-imports/${TASK}`, `${PATH}/more`])('%s is nothing', async (path) => {
  const answer = await get(path);
  expect([answer.status, answer.json?.errors[0].extensions.reason]).toEqual([404, 'WORKBOOK_NOT_FOUND']);
});

test('nobody has papers without being signed in', async () => {
  expect([(await h.get(PATH)).status, pages]).toEqual([401, []]);
});
