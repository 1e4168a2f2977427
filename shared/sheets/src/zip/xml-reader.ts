import { SaxesParser } from 'saxes';

import { sheetError } from '../sheet.errors';

/** What is told of a part, in its order. Names come without their prefix. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

const MAX_DEPTH = 64;
/** Longer than any sound cell: what has no tag for so long is held in memory until it has one. */
const MAX_SILENCE = 1024 * 1024;

/** Reads XML piece by piece. No entities but the five of XML are known, and a document type is refused. */
export class XmlReader {
  readonly #parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  #depth = 0;
  #silence = 0;

  constructor(listener: XmlListener) {
    const parser = this.#parser;
    parser.on('error', () => {
      throw sheetError('SHEET_BROKEN');
    });
    parser.on('doctype', () => {
      throw sheetError('SHEET_BROKEN');
    });
    parser.on('opentag', ({ name, attributes }) => {
      this.#silence = 0;
      this.#depth += 1;
      if (this.#depth > MAX_DEPTH) throw sheetError('SHEET_BROKEN');
      listener.open?.(localName(name), attributes);
    });
    parser.on('closetag', ({ name }) => {
      this.#silence = 0;
      this.#depth -= 1;
      listener.close?.(localName(name));
    });
    parser.on('text', (text) => listener.text?.(text));
    parser.on('cdata', (text) => listener.text?.(text));
  }

  write(piece: string): void {
    this.#parser.write(piece);
    this.#silence += piece.length;
    if (this.#silence > MAX_SILENCE) throw sheetError('SHEET_BROKEN');
  }

  end(): void {
    this.#parser.close();
  }
}

/** A whole part at once, for the small ones. */
export async function readXml(pieces: AsyncIterable<string>, listener: XmlListener): Promise<void> {
  const reader = new XmlReader(listener);
  for await (const piece of pieces) reader.write(piece);
  reader.end();
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
