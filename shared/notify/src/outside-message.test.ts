import { type OutsideFacts, OutsideMessage } from './outside-message';

const FACTS: OutsideFacts = {
  messageId: 'm-1',
  outsideText: '有一件公文尚未签收。',
  dueAt: new Date('2020-10-30T09:00:00Z'),
  urgent: true,
};

const RECIPIENT = { address: 'clerk@unit.example.cn', secret: null };

describe('a message that leaves the hub', () => {
  it('is made of what is meant for outside, and of nothing else a notice has', () => {
    const notice = { ...FACTS, title: '张三未签收', body: '身份证 410802199001011234', level: 2, unitId: 'unit-9' };
    const message = OutsideMessage.compose(notice, RECIPIENT);
    expect(message).toEqual({
      messageId: 'm-1',
      recipient: RECIPIENT,
      subject: '【特急】待办提醒',
      text: '有一件公文尚未签收。\n办理期限：2020-10-30 17:00\n请登录机关党建工作平台查看。本消息由系统自动发送，请勿回复。',
      urgent: true,
    });
  });

  it('cannot be written or put together by hand', () => {
    // @ts-expect-error: there is no field for a title.
    const titled: OutsideFacts = { ...FACTS, title: '张三未签收' };
    const fields = { messageId: 'm-1', recipient: RECIPIENT, subject: '张三', text: '张三未签收', urgent: false };
    // @ts-expect-error: only `compose` makes one.
    const forged: OutsideMessage = fields;
    expect([titled, forged]).toHaveLength(2);
  });

  it('says no date where nothing is due', () => {
    expect(OutsideMessage.compose({ ...FACTS, dueAt: null }, RECIPIENT).text).not.toContain('期限');
  });

  it('has the text on one line, whatever ends lines in it', () => {
    const { text } = OutsideMessage.compose({ ...FACTS, outsideText: ' 一\r\n二\u2028三\0四\t五\n' }, RECIPIENT);
    expect(text.split('\n')[0]).toBe('一 二 三 四 五');
  });
});
