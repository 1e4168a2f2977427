import {
  formatRefreshToken,
  judgeRefresh,
  parseRefreshToken,
  parseSessionKey,
  type RefreshState,
  sessionExpiry,
} from './session';

const ID = '0192a000-0000-7000-8000-000000000001';
const MORNING = new Date('2020-10-15T09:00:00+08:00');
const hours = (count: number) => new Date(MORNING.getTime() + count * 3_600_000);

test('a session idles out after half a day, and ends after a week however much it is used', () => {
  expect(sessionExpiry(MORNING, MORNING)).toEqual(hours(12));
  expect(sessionExpiry(MORNING, hours(100))).toEqual(hours(112));
  expect(sessionExpiry(MORNING, hours(167))).toEqual(hours(168));
});

test('a refresh token is read as it was written, and nothing else is one', () => {
  const token = { committeeId: ID, sessionId: ID, family: 'f', secret: 's' };
  expect(parseRefreshToken(formatRefreshToken(token))).toEqual(token);
  for (const text of ['', ID, `${ID}.${ID}`, `${ID}.${ID}.s`, `${ID}.${ID}.f.s.x`, `${ID}.${ID}..s`, `x.${ID}.f.s`]) {
    expect(parseRefreshToken(text)).toBeNull();
  }
  expect(parseSessionKey(formatRefreshToken(token))).toBeNull();
});

describe('of a refresh token', () => {
  const bytes = (text: string) => Buffer.from(text);
  const session: RefreshState = {
    familyDigest: bytes('family'),
    refreshDigest: bytes('newest'),
    expiresAt: hours(1),
    endedAt: null,
  };
  const judge = (change: Partial<RefreshState>, family: string, secret: string, now = MORNING) =>
    judgeRefresh({ ...session, ...change }, { family: bytes(family), secret: bytes(secret) }, now);

  test.each([
    ['the newest', 'family', 'newest', 'ROTATE'],
    ['any older one', 'family', 'older', 'REUSED'],
    ['a guess', 'guessed', 'newest', 'REFUSED'],
  ])('%s is judged', (_, family, secret, judgement) => {
    expect(judge({}, family, secret)).toBe(judgement);
  });

  test('nothing is good once the session is over, or is of before families', () => {
    expect(judge({ endedAt: MORNING }, 'family', 'newest')).toBe('REFUSED');
    expect(judge({}, 'family', 'newest', hours(1))).toBe('REFUSED');
    expect(judge({ familyDigest: null }, 'family', 'newest')).toBe('REFUSED');
  });
});
