import { reportWith } from '../testing/paper';
import { requestInReport } from './request-in-report';

function isCaught(text: string): boolean {
  return requestInReport.check(reportWith({ text })).length > 0;
}

describe('a request inside a report', () => {
  it.each([
    '妥否，请批示。',
    '妥否,请批示。',
    '妥 否 ， 请 批 示',
    '妥否？请批示。',
    '当否，请批复。',
    '以上意见可否，请予审批。',
    '如无不妥，请批转各单位执行。',
    '现将方案报上，请予以批准。',
    '请求批准。',
    '恳请市委给予经费支持。',
    '现报请市委审定。',
    '妥否，请批示。\n（联系人：张三，电话：123）',
    '妥否，请批示。\n\n中共焦作市委市直机关工作委员会\n      2020年10月15日',
    '妥否，请批示。\n附件：1.名单\n2.说明',
  ])('is caught in the ending %j', (ending) => {
    expect(isCaught(`一、工作情况。\n二、主要做法。\n${ending}`)).toBe(true);
  });

  it.each([
    '特此报告。',
    '以上报告，请审阅。',
    '严格执行请示报告制度，该请示的必须请示，该报告的必须报告。',
    '不得使用“妥否，请批示”等语句。',
    '全年受理入党申请，批准三十人。',
    '该事项已报请市委批准。',
    '认真落实《关于请批示事项的规定》。',
  ])('is not seen in the ending %j', (ending) => {
    expect(isCaught(`一、工作情况。\n二、主要做法。\n${ending}`)).toBe(false);
  });

  it('is not seen where it is told of inside the text', () => {
    expect(isCaught('年初我委请示称妥否，请批示。\n市委已作批复。\n一、做法。\n二、成效。\n特此报告。')).toBe(false);
  });

  it('is no fault in a 请示 or an upward 意见', () => {
    expect(requestInReport.check(reportWith({ kind: 'REQUEST', text: '妥否，请批示。' }))).toEqual([]);
    expect(requestInReport.check(reportWith({ kind: 'OPINION', text: '妥否，请批示。' }))).toEqual([]);
  });
});
