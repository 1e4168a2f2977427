import { Readable } from 'node:stream';

import { ZipFile } from 'yazl';

/** A part of an office file: its name in the package, and its text as it comes. */
export type Part = readonly [name: string, text: string | AsyncIterable<string>];

/** The parts as one ZIP file, each asked for its text when it is its turn and no faster than the reader takes it. */
export function writePackage(parts: readonly Part[], writtenAt: Date): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const opened: Readable[] = [];
  zip.on('error', (error) => output.destroy(error as Error));
  for (const [name, text] of parts) {
    zip.addReadStreamLazy(name, { mtime: writtenAt }, (give) => {
      const stream = Readable.from(typeof text === 'string' ? [text] : inPieces(text), { objectMode: false });
      stream.on('error', (error) => output.destroy(error));
      opened.push(stream);
      give(null, stream);
    });
  }
  zip.end();
  output.once('close', () => {
    for (const stream of opened) stream.destroy();
  });
  return output;
}

const PIECE = 64 * 1024;

/** Small texts are put together: each chunk costs a turn of the packer. */
async function* inPieces(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = '';
  for await (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
