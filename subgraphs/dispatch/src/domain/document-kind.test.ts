import { refusalOf } from '@hub/testing';
import { assertKindUsable, DOCUMENT_KIND_SPECS, DOCUMENT_KINDS, kindOfTitle, replyKind } from './document-kind';

describe('the kinds of document', () => {
  it('are the fifteen of the regulation, in its order', () => {
    expect(DOCUMENT_KINDS.map((kind) => DOCUMENT_KIND_SPECS[kind].name).join(' ')).toBe(
      '决议 决定 命令（令） 公报 公告 通告 意见 通知 通报 报告 请示 批复 议案 函 纪要',
    );
  });

  it.each([
    ['NOTIFICATION', 'DOWNWARD', null],
    ['NOTIFICATION', 'UPWARD', 'KIND_DIRECTION'],
    ['REQUEST', 'UPWARD', null],
    ['REQUEST', 'DOWNWARD', 'KIND_DIRECTION'],
    ['OPINION', 'PARALLEL', null],
    ['PUBLIC_NOTICE', 'DOWNWARD', null],
    ['PUBLIC_NOTICE', 'UPWARD', 'KIND_DIRECTION'],
    ['LETTER', 'DOWNWARD', 'KIND_DIRECTION'],
    ['ORDER', 'DOWNWARD', 'KIND_NOT_USED'],
    ['PROPOSAL', 'UPWARD', 'KIND_NOT_USED'],
  ] as const)('%s going %s is refused with %s', (kind, direction, reason) => {
    expect(refusalOf(() => assertKindUsable(kind, direction))).toBe(reason);
  });

  it.each([
    ['REQUEST', 'UPWARD', 'REPLY'],
    ['LETTER', 'PARALLEL', 'LETTER'],
    ['OPINION', 'UPWARD', 'REPLY'],
    ['OPINION', 'DOWNWARD', null],
    ['REPORT', 'UPWARD', null],
  ] as const)('%s going %s is answered by %s', (kind, direction, reply) => {
    expect(replyKind(kind, direction)).toBe(reply);
  });

  it.each([
    ['关于印发《市直机关创建模范机关实施方案》的通知', 'NOTIFICATION'],
    ['关于创建“党建先锋系统”的实施意见', 'OPINION'],
    ['关于换届选举的请示', 'REQUEST'],
    ['关于转发通知的请示', 'REQUEST'],
    ['中共焦作市委市直机关工委令', 'ORDER'],
    ['市直机关创建模范机关实施方案', null],
  ])('are read from the title %s', (title, kind) => {
    expect(kindOfTitle(title)).toBe(kind);
  });
});
