import { isSpontaneous, REPORT_KIND_NAMES, type ReportKind } from './report-kind';

test('信息, 亮点工作 and 表彰荣誉 are sent without being asked for', () => {
  const kinds = Object.keys(REPORT_KIND_NAMES) as ReportKind[];
  expect(kinds.filter(isSpontaneous).map((kind) => REPORT_KIND_NAMES[kind])).toEqual(['信息', '亮点工作', '表彰荣誉']);
});
