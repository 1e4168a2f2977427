import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import { parseQualityList } from './quality-list';

export type ContentEncoding = 'br' | 'gzip';

/** Below this a compressed body is hardly smaller, and costs a turn of the thread pool. */
const WORTH_COMPRESSING_BYTES = 1024;

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

export function chooseEncoding(acceptEncoding: string | undefined, bytes: number): ContentEncoding | null {
  if (acceptEncoding === undefined || bytes <= WORTH_COMPRESSING_BYTES) return null;
  let best: { encoding: ContentEncoding; quality: number } | null = null;
  for (const { value, quality } of parseQualityList(acceptEncoding)) {
    if (value !== 'br' && value !== 'gzip') continue;
    const better = best === null || quality > best.quality || (quality === best.quality && value === 'br');
    if (quality > 0 && better) best = { encoding: value, quality };
  }
  return best?.encoding ?? null;
}

/** Fast levels: answers are made once and sent once. */
export function compress(body: Buffer, encoding: ContentEncoding): Promise<Buffer> {
  return encoding === 'br'
    ? compressBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } })
    : compressGzip(body, { level: 1 });
}
