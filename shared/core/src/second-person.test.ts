import { type Hand, handOf, isSecondPerson } from './second-person';

const hand = (accountId: string, postId: string | null, principalAccountId: string | null = null): Hand => ({
  accountId,
  postId,
  principalAccountId,
});

/** 张三 holds the post of the leader, 李四 and 王五 one of their own; the others hold what is said. */
const zhang = hand('zhang', 'leader');
const li = hand('li', 'clerk');
const wang = hand('wang', 'checker');
const liForZhang = hand('li', 'leader', 'zhang');
const wangForZhang = hand('wang', 'leader', 'zhang');

describe('the second person', () => {
  const pairs: [string, Hand, Hand, boolean][] = [
    ['another person under another post', zhang, li, true],
    ['a delegate of somebody else', hand('zhao', 'registrar'), liForZhang, true],
    ['somebody whose post was not kept', hand('zhang', null), li, true],
    ['the same person', zhang, zhang, false],
    ['the same person under another post', zhang, hand('zhang', 'clerk-2'), false],
    ['the same person, whose post was not kept', hand('zhang', null), zhang, false],
    ['another person under the same post', hand('a', 'shared'), hand('b', 'shared'), false],
    ['the delegate of the first', zhang, liForZhang, false],
    ['the principal of the first', liForZhang, zhang, false],
    ['the principal under another post', liForZhang, hand('zhang', 'clerk-2'), false],
    ['the delegate under the own post', liForZhang, li, false],
    ['another delegate of the same principal', liForZhang, wangForZhang, false],
    ['a delegate who stands in for the first elsewhere', wang, hand('zhao', 'checker-2', 'wang'), false],
  ];

  it.each(pairs)('may be %s or not', (_, first, second, expected) => {
    expect(isSecondPerson(first, second)).toBe(expected);
    expect(isSecondPerson(second, first)).toBe(expected);
  });

  it('is known by account, post and principal', () => {
    const actor = { accountId: 'li', postId: 'leader', delegation: { principalAccountId: 'zhang' } };
    expect(handOf(actor as never)).toEqual(liForZhang);
    expect(handOf({ ...actor, delegation: null } as never)).toEqual(hand('li', 'leader'));
  });
});
