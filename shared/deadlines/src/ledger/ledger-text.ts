import { characterCount, isPlainText } from '@hub/core';

import { ledgerError } from './ledger.errors';

/** Notes, reasons and answers are sentences. */
const TEXT_LIMIT = 2000;

/** A text as the ledger keeps it; null when nothing was said. Throws LEDGER_TEXT_TOO_LONG or LEDGER_TEXT_CONTROL. */
export function ledgerText(raw: string | null | undefined, limit = TEXT_LIMIT): string | null {
  const text = (raw ?? '').replace(/\r\n?/g, '\n').normalize('NFC').trim();
  if (characterCount(text) > limit) throw ledgerError('LEDGER_TEXT_TOO_LONG', { limit });
  if (!isPlainText(text)) throw ledgerError('LEDGER_TEXT_CONTROL');
  return text || null;
}
