const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** Spreadsheets write characters that XML has not as `_x000D_`. */
export const cellText = (written: string): string =>
  written.includes('_x')
    ? written.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : written;

/** Text that looks like such an escape is told from one by escaping its first character. */
export const escapedCellText = (text: string): string =>
  text.includes('_x') ? text.replace(ESCAPED, (match) => `_x005F${match}`) : text;
