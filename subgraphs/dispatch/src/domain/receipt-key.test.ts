import { refusalOf } from '@hub/testing';
import { formatReceiptId, parseReceiptId, receiptKeyOf } from './receipt-key';

const DOCUMENT = '01922f00-0000-7000-8000-000000000001';
const ORGANIZATION = '01922f00-0000-7000-8000-000000000002';

describe('the id of a receipt', () => {
  it('is read back as it was written', () => {
    const key = { documentId: DOCUMENT, organizationId: ORGANIZATION };
    expect(parseReceiptId(formatReceiptId(key))).toEqual(key);
  });

  it.each(['', '.', DOCUMENT, `${DOCUMENT}.`, `${DOCUMENT}.${ORGANIZATION}.x`, `${DOCUMENT}.甲`, `x.${ORGANIZATION}`])(
    'is the id of nothing as %j',
    (id) => {
      expect(parseReceiptId(id)).toBeNull();
      expect(refusalOf(() => receiptKeyOf(id))).toBe('RECEIPT_NOT_FOUND');
    },
  );
});
