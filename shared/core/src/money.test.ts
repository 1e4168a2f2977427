import { formatYuan, isFen, parseYuan, sumFen } from './money';

describe('money', () => {
  it.each([
    ['1234.50', 123450, '1234.50'],
    ['1234.5', 123450, '1234.50'],
    ['0.2', 20, '0.20'],
    [' 15 ', 1500, '15.00'],
    ['-0.05', -5, '-0.05'],
    ['-0', 0, '0.00'],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER, '90071992547409.91'],
  ])('reads %p as %d fen and writes it as %p', (text, fen, written) => {
    expect(parseYuan(text)).toBe(fen);
    expect(formatYuan(fen)).toBe(written);
  });

  it.each(['', '.5', '1.', '1.234', '1,234', '1e3', '１２', '十元', '999999999999999'])(
    'refuses to read %p',
    (text) => {
      expect(() => parseYuan(text)).toThrow(expect.objectContaining({ reason: 'MONEY_FORMAT' }));
    },
  );

  it('refuses what can no longer be exact', () => {
    expect(() => parseYuan('90071992547409.92')).toThrow(expect.objectContaining({ reason: 'MONEY_RANGE' }));
    expect(() => sumFen([Number.MAX_SAFE_INTEGER, 1])).toThrow(expect.objectContaining({ reason: 'MONEY_RANGE' }));
    expect(() => formatYuan(0.5)).toThrow(expect.objectContaining({ reason: 'MONEY_RANGE' }));
    expect(isFen(0.5)).toBe(false);
  });

  it('adds up', () => {
    expect(sumFen([10, 20, -5])).toBe(25);
  });
});
