import { createDownloadTokens } from './download-tokens';

const claim = {
  attachmentId: '01752a00-0000-7000-8000-000000000001',
  sessionId: '01752a00-0000-7000-8000-000000000002',
  expiresAt: new Date('2020-10-15T01:01:00Z'),
};
const tokens = createDownloadTokens('dispatch', Buffer.alloc(32, 1));

test('a token says again what it was made for', () => {
  expect(tokens.read(tokens.issue(claim))).toEqual(claim);
});

test.each([
  ['of another key', createDownloadTokens('dispatch', Buffer.alloc(32, 2)).issue(claim)],
  ['of another subgraph', createDownloadTokens('reports', Buffer.alloc(32, 1)).issue(claim)],
  ['with a later end', tokens.issue(claim).replace('1602723660000', '1702723660000')],
  ['cut short', tokens.issue(claim).slice(0, -1)],
  ['without a signature', 'dispatch.x.y.1'],
  ['that is empty', ''],
])('a token %s is nothing', (_, token) => {
  expect(tokens.read(token)).toBeNull();
});
