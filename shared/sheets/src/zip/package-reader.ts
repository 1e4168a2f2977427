import { DomainError } from '@hub/core';
import { type Entry, openPromise, type ZipFile } from 'yauzl';

import { type SheetLimits, sizesOf } from '../limits';
import { sheetError } from '../sheet.errors';

/** The parts of an office file, unpacked as they are read and never more than the limits let through. */
export class PackageReader {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static async open(path: string, limits: SheetLimits): Promise<PackageReader> {
    // Sizes are validated: a part that unpacks to more than it says fails while it is read, so what it says is enough.
    const zip = await openPromise(path, { autoClose: false, lazyEntries: true, validateEntrySizes: true }).catch(
      broken,
    );
    try {
      return new PackageReader(zip, await entriesOf(zip, limits));
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The part as text, piece by piece. */
  async *text(name: string): AsyncGenerator<string> {
    const entry = this.entries.get(name);
    if (!entry) throw sheetError('SHEET_BROKEN');
    const stream = await this.zip.openReadStreamPromise(entry).catch(broken);
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      for await (const chunk of stream) yield decoder.decode(chunk as Uint8Array, { stream: true });
      yield decoder.decode();
    } catch (error) {
      throw isReading(error) ? sheetError('SHEET_BROKEN') : error;
    } finally {
      stream.destroy();
    }
  }

  close(): void {
    this.zip.close();
  }
}

async function entriesOf(zip: ZipFile, limits: SheetLimits): Promise<ReadonlyMap<string, Entry>> {
  const tooLarge = () => sheetError('SHEET_TOO_LARGE', sizesOf(limits));
  if (zip.entryCount > limits.parts) throw tooLarge();
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      if (unpacked > limits.unpackedBytes) throw tooLarge();
      if (!entry.canDecodeFileData()) throw sheetError('SHEET_ENCRYPTED');
      if (entries.has(entry.fileName)) throw sheetError('SHEET_BROKEN');
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    throw isReading(error) ? sheetError('SHEET_BROKEN') : error;
  }
  return entries;
}

function broken(error: unknown): never {
  throw isReading(error) ? sheetError('SHEET_BROKEN') : error;
}

/** What ZIP, deflate and UTF-8 say of bytes that are not sound. A fault of the disk has a code of the system, one of ours a type. */
function isReading(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof DomainError) return false;
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) return !(error instanceof TypeError);
  return code.startsWith('Z_') || code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
}
