import { type DocumentNumber, formatDocumentNumber, parseStrict } from './document-number';
import { parsePrintedText } from './printed-text';
import { recordError } from './record.errors';

/**
 * A paper that already prints its number must print the one it is registered under, in the prescribed form.
 * Throws NUMBER_FORM or PRINTED_NUMBER_DIFFERS. A number left open (`焦直文〔2020〕 号`) is filled in by hand.
 */
export function assertPrintedNumber(text: string, assigned: DocumentNumber): void {
  const { documentNumber, numberLine } = parsePrintedText(text);
  if (documentNumber?.kind !== 'NUMBER' || numberLine === null) return;
  const printed = formatDocumentNumber(parseStrict(numberLine));
  if (printed !== formatDocumentNumber(assigned)) {
    throw recordError('PRINTED_NUMBER_DIFFERS', { printed, assigned: formatDocumentNumber(assigned) });
  }
}

/** The number a registrar asks for, which must be one of this series and year. Throws NUMBER_FORM too. */
export function requestedSequence(text: string, series: { readonly prefix: string; readonly year: number }): number {
  const { prefix, year, sequence } = parseStrict(text);
  if (prefix !== series.prefix || year !== series.year) throw recordError('NUMBER_OF_OTHER_SERIES', { number: text });
  return sequence;
}
