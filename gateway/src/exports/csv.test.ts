import { csvLine } from './csv';

test.each([
  ['plain texts', ['甲', 'b'], '甲,b\r\n'],
  ['numbers, also negative, as they are', [12, -3.5, 0], '12,-3.5,0\r\n'],
  ['nothing for null', [null, undefined, ''], ',,\r\n'],
  ['truth values', [true, false], 'true,false\r\n'],
  ['a comma', ['a,b'], '"a,b"\r\n'],
  ['a quotation mark', ['说"是"'], '"说""是"""\r\n'],
  ['line breaks', ['a\nb', 'a\rb', 'a\r\nb'], '"a\nb","a\rb","a\r\nb"\r\n'],
  ['a formula', ['=1+1'], "'=1+1\r\n"],
  ['a formula in quotation marks', ['=HYPERLINK("http://x","y")'], `"'=HYPERLINK(""http://x"",""y"")"\r\n`],
  ['other ways to begin one', ['+1', '-1', '@a', '\ta', '\ra'], `'+1,'-1,'@a,'\ta,"'\ra"\r\n`],
  ['what is no formula', ['a=1', ' =1', '1-1'], 'a=1, =1,1-1\r\n'],
  ['an object that a scalar may be', [{ a: 1 }], '"{""a"":1}"\r\n'],
])('a line holds %s', (_, values, line) => {
  expect(csvLine(values)).toBe(line);
});
