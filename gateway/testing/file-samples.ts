/** Small files of each type, made here so that no binary fixture is carried. */

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
export const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(32)]);
export const JPEG = Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(32)]);
export const EXECUTABLE = Buffer.concat([Buffer.from('MZ\x90\x00\x03', 'latin1'), Buffer.alloc(64)]);
export const GB18030_TEXT = Buffer.from('b9d8d3daa1a3', 'hex');

/** A ZIP file of empty stored entries with these names. */
export function zip(names: readonly string[], comment = ''): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const name of names) {
    const bytes = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(bytes.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(bytes.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, bytes);
    entries.push(entry, bytes);
    offset += local.length + bytes.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...locals, directory, end, Buffer.from(comment)]);
}

export const officeZip = (part: string) => zip(['[Content_Types].xml', '_rels/.rels', part]);

/**
 * An OLE compound file whose directory is a chain of sectors, one name each, so that finding the last name means
 * following the allocation table. With `tableIndex` ≥ 109 the table's own sector is found through its list.
 */
export function ole(names: readonly string[], tableIndex = 0): Buffer {
  const perTable = 128;
  const first = tableIndex * perTable;
  const sectors = new Map<number, Buffer>();
  const table = Buffer.alloc(512, 0xff);
  names.forEach((name, i) => {
    sectors.set(first + i, directorySector(name));
    table.writeUInt32LE(i + 1 < names.length ? first + i + 1 : 0xfffffffe, i * 4);
  });
  const tableSector = first + names.length;
  sectors.set(tableSector, table);
  const header = Buffer.alloc(512, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(9, 30);
  header.writeUInt32LE(first, 48);
  if (tableIndex < 109) header.writeUInt32LE(tableSector, 76 + tableIndex * 4);
  else {
    const list = Buffer.alloc(512, 0xff);
    list.writeUInt32LE(tableSector, (tableIndex - 109) * 4);
    sectors.set(tableSector + 1, list);
    header.writeUInt32LE(tableSector + 1, 68);
  }
  const last = Math.max(...sectors.keys());
  const file = Buffer.alloc((last + 2) * 512);
  header.copy(file);
  for (const [sector, bytes] of sectors) bytes.copy(file, (sector + 1) * 512);
  return file;
}

function directorySector(name: string): Buffer {
  const sector = Buffer.alloc(512);
  sector.write(name, 'utf16le');
  sector.writeUInt16LE((name.length + 1) * 2, 64);
  return sector;
}
