export interface QualityItem {
  /** Lower case, without parameters. */
  readonly value: string;
  /** 0 (refused) to 1. */
  readonly quality: number;
}

/** Parses `Accept` and `Accept-Encoding` (RFC 9110 §12.4.2), keeping the order of the header. */
export function parseQualityList(header: string): QualityItem[] {
  return header
    .split(',')
    .map((part) => parseItem(part))
    .filter((item) => item.value !== '');
}

function parseItem(part: string): QualityItem {
  const [value = '', ...parameters] = part.split(';');
  const weight = parameters.map((parameter) => /^\s*q\s*=\s*([0-9.]+)\s*$/i.exec(parameter)?.[1]).find(Boolean);
  const quality = weight === undefined ? 1 : Number(weight);
  return { value: value.trim().toLowerCase(), quality: Number.isFinite(quality) ? Math.min(quality, 1) : 0 };
}
