import { JsonWriter } from './json-writer';

const written = (write: (out: JsonWriter) => void): string => {
  const out = new JsonWriter();
  write(out);
  return out.take().toString();
};

describe('what is written', () => {
  it.each([
    ['', 'empty'],
    ['党建 plain ü', 'of one, two and three bytes'],
    ['a"b\\c\n\u0000\u001f', 'with escapes'],
    ['😀 \ud800 \udc00', 'with pairs and halves of pairs'],
    ['\u007f\u0080\u07ff\u0800\ud7ff\ue000\uffff\u2028', 'at the bounds'],
    ...['\u0000', '\u001f', '"', '\\', '\ud800', '\udbff', '\udc00', '\udfff'].map((each) => [`文${each}a`, 'alone']),
    ['长'.repeat(200), 'long'],
    [`${'长"'.repeat(100)}\ud800`, 'long with escapes'],
  ])('is the JSON of %j (%s)', (text) => {
    expect(written((out) => out.string(text))).toBe(JSON.stringify(text));
  });

  it.each([0, -0, 7, -2_147_483_648, 1.5, 1e21, 5e-324])('is the JSON of %d', (number) => {
    expect(written((out) => out.number(number))).toBe(JSON.stringify(number));
  });

  it.each([0, -0, 9, 10, 99, 100, 12_050, -1, 999_999_999, 1_000_000_000, 2_147_483_647, -2_147_483_648])(
    'is the JSON of the integer %d',
    (number) => {
      expect(written((out) => out.integer(number))).toBe(JSON.stringify(number));
    },
  );

  it('keeps what it has when it needs more room', () => {
    const texts = Array.from({ length: 3_000 }, (_, index) => `第${index}项 ${'甲'.repeat(index % 150)}`);
    const text = written((out) => {
      texts.forEach((each, index) => {
        out.byte((index === 0 ? '[' : ',').charCodeAt(0));
        out.string(each);
      });
      out.raw(Buffer.from(']'));
    });
    expect(text).toBe(JSON.stringify(texts));
  });

  /** Room that is full but for so many bytes. */
  const FIRST_ROOM = 64 * 1024;
  it.each<[string, string, (out: JsonWriter) => void]>([
    ['a byte', '1', (out) => out.byte(0x31)],
    ['bytes', 'null', (out) => out.raw(Buffer.from('null'))],
    ['a piece', '"党建"', (out) => out.copy(Buffer.from('"党建"'), 0, 8)],
    ['a long piece', '7'.repeat(200), (out) => out.copy(Buffer.from('7'.repeat(200)), 0, 200)],
    ['a number', '-1.5', (out) => out.number(-1.5)],
    ['a string', '"党建"', (out) => out.string('党建')],
    ['a text', '{"a":"党"}', (out) => out.json('{"a":"党"}')],
  ])('has room for %s where there was none left', (_, text, write) => {
    for (let left = 0; left <= Buffer.byteLength(text); left += 1) {
      const before = ' '.repeat(FIRST_ROOM - left);
      const whole = written((out) => {
        out.raw(Buffer.from(before));
        write(out);
      });
      expect(whole === before + text).toBe(true);
    }
  });

  it.each([
    ['short', '"党建"'],
    ['long', `"${'长'.repeat(200)}"`],
  ])('copies a piece of somebody’s bytes (%s)', (_, piece) => {
    const bytes = Buffer.from(`{"a":${piece},"b":1}`);
    const start = bytes.indexOf(':') + 1;
    const text = written((out) => {
      out.byte('['.charCodeAt(0));
      out.copy(bytes, start, start + Buffer.byteLength(piece));
      out.byte(']'.charCodeAt(0));
    });
    expect(text).toBe(`[${piece}]`);
  });

  it('can be taken back', () => {
    const out = new JsonWriter();
    out.json('[1,');
    const { position } = out;
    out.string('不要的');
    out.rewind(position);
    out.json('2]');
    expect(out.take().toString()).toBe('[1,2]');
  });

  it('is the taker’s own: what is written next does not change it', () => {
    const out = new JsonWriter();
    out.string('first');
    const first = out.take();
    out.string('other');
    expect(first.toString()).toBe('"first"');
    expect(out.take().toString()).toBe('"other"');
  });
});
