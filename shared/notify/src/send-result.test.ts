import { maskedDetail } from './send-result';

it.each([
  ['550 5.1.1 <zhang.san@unit.example.cn>: user unknown', '550 5.1.1 <***>: user unknown'],
  ['see https://host/robot?key=9f8e for more', 'see *** for more'],
  ['call 13800138000 or 410802199001011234', 'call *** or ***'],
  ['token eyJhbGciOiJIUzI1NiJ9abcd refused', 'token *** refused'],
  ['line\r\nof\tmany\0parts', 'line of many parts'],
  ['编号 45009：接口调用超过限制', '编号 45009：接口调用超过限制'],
])('what another system said is masked: %j', (said, kept) => {
  expect(maskedDetail(said)).toBe(kept);
});
