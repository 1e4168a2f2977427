import type { FileContent } from './file-content';

/** [MS-CFB] 2.2, 2.6.1. */
const HEADER_LENGTH = 512;
const ENTRY_LENGTH = 128;
const HEADER_DIFAT_ENTRIES = 109;
/** Sector numbers above this are marks: free, end of chain. */
const LAST_SECTOR = 0xfffffffa;
/** 8 192 entries at the usual sector size; also ends a chain that runs in a circle. */
const MAX_DIRECTORY_SECTORS = 2048;

/** Names of the streams and storages of an OLE compound file (.doc, .xls). */
export async function readOleNames(content: FileContent): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  const header = await content.read(0, HEADER_LENGTH);
  if (header.length < HEADER_LENGTH) return names;
  const sectors = new Sectors(content, header);
  let sector = header.readUInt32LE(48);
  for (let i = 0; i < MAX_DIRECTORY_SECTORS && sector < LAST_SECTOR; i += 1) {
    addNames(names, await sectors.read(sector));
    sector = await sectors.after(sector);
  }
  return names;
}

function addNames(names: Set<string>, sector: Buffer): void {
  for (let at = 0; at + ENTRY_LENGTH <= sector.length; at += ENTRY_LENGTH) {
    const bytes = Math.min(sector.readUInt16LE(at + 64), 64);
    if (bytes > 2) names.add(sector.toString('utf16le', at, at + bytes - 2));
  }
}

/** Follows chains of sectors through the allocation table. */
class Sectors {
  readonly #shift: number;
  readonly #entriesPerSector: number;

  constructor(
    private readonly content: FileContent,
    private readonly header: Buffer,
  ) {
    this.#shift = header.readUInt16LE(30) === 12 ? 12 : 9;
    this.#entriesPerSector = 2 ** this.#shift / 4;
  }

  read(sector: number): Promise<Buffer> {
    return this.content.read(this.#offset(sector), 2 ** this.#shift);
  }

  async after(sector: number): Promise<number> {
    const table = await this.#tableSector(Math.floor(sector / this.#entriesPerSector));
    return table < LAST_SECTOR ? this.#entry(table, sector % this.#entriesPerSector) : LAST_SECTOR;
  }

  /** The header lists the first sectors of the table; the others are listed in a chain of their own. */
  async #tableSector(index: number): Promise<number> {
    if (index < HEADER_DIFAT_ENTRIES) return this.header.readUInt32LE(76 + index * 4);
    const perList = this.#entriesPerSector - 1;
    let list = this.header.readUInt32LE(68);
    for (let hops = Math.floor((index - HEADER_DIFAT_ENTRIES) / perList); hops > 0 && list < LAST_SECTOR; hops -= 1) {
      list = await this.#entry(list, perList);
    }
    return list < LAST_SECTOR ? this.#entry(list, (index - HEADER_DIFAT_ENTRIES) % perList) : LAST_SECTOR;
  }

  async #entry(sector: number, index: number): Promise<number> {
    const bytes = await this.content.read(this.#offset(sector) + index * 4, 4);
    return bytes.length === 4 ? bytes.readUInt32LE(0) : LAST_SECTOR;
  }

  #offset(sector: number): number {
    return (sector + 1) * 2 ** this.#shift;
  }
}
