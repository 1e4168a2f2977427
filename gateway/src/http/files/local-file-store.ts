import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

import { checkType } from './content/check-type';
import { FileContent } from './content/file-content';
import { FILE_TYPES } from './content/file-types';
import { fileError } from './file.errors';
import { cleanFileName } from './file-name';
import type { FileStore, StoredFile } from './file-store.type';

export interface LocalFileStoreOptions {
  readonly directory: string;
  /** Default 100 MiB. */
  readonly maxBytes?: number;
}

const MIB = 1024 * 1024;
const STALE_PART_MS = 24 * 60 * 60 * 1000;
const STORAGE_KEY = /^[0-9a-f]{64}$/;

/**
 * Keeps files on the local disk under the hash of their content. A file appears by one rename after its bytes are on
 * the disk, so a crash leaves a stray `.part` and never half a file; the same content twice is one file.
 */
export class LocalFileStore implements FileStore {
  readonly #incoming: string;
  readonly #objects: string;
  readonly #maxBytes: number;

  private constructor({ directory, maxBytes = 100 * MIB }: LocalFileStoreOptions) {
    this.#incoming = join(directory, 'incoming');
    this.#objects = join(directory, 'objects');
    this.#maxBytes = maxBytes;
  }

  static async open(options: LocalFileStoreOptions): Promise<LocalFileStore> {
    const store = new LocalFileStore(options);
    await mkdir(store.#incoming, { recursive: true, mode: 0o700 });
    await mkdir(store.#objects, { recursive: true, mode: 0o700 });
    await removeStaleParts(store.#incoming);
    return store;
  }

  async put({ name, stream }: { name: string; stream: Readable }): Promise<StoredFile> {
    const part = join(this.#incoming, `${randomUUID()}.part`);
    const handle = await open(part, 'wx+', 0o600);
    try {
      const { size, sha256 } = await this.#write(handle, stream);
      const cleanName = cleanFileName(name);
      const type = await checkType(cleanName, new FileContent(handle, size));
      await handle.sync();
      await moveDurably(part, this.#pathOf(sha256));
      return { storageKey: sha256, name: cleanName, contentType: FILE_TYPES[type].contentType, size, sha256 };
    } finally {
      await handle.close();
      await rm(part, { force: true });
    }
  }

  async open(storageKey: string): Promise<{ size: number; stream: Readable }> {
    if (!STORAGE_KEY.test(storageKey)) throw fileError('FILE_MISSING');
    const handle = await open(this.#pathOf(storageKey), 'r').catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? fileError('FILE_MISSING') : error;
    });
    const { size } = await handle.stat();
    return { size, stream: handle.createReadStream() };
  }

  async #write(handle: FileHandle, stream: Readable): Promise<{ size: number; sha256: string }> {
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > this.#maxBytes) throw fileError('FILE_TOO_LARGE', { limitMiB: this.#maxBytes / MIB });
      hash.update(chunk);
      await handle.writeFile(chunk);
    }
    if (size === 0) throw fileError('FILE_EMPTY');
    return { size, sha256: hash.digest('hex') };
  }

  #pathOf(sha256: string): string {
    return join(this.#objects, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

async function moveDurably(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await rename(from, to);
  // The rename itself is durable only when its folder is; Windows cannot open folders and does not need it.
  if (process.platform === 'win32') return;
  const folder = await open(dirname(to), 'r');
  await folder.sync().finally(() => folder.close());
}

/** What a killed process left behind; young ones may belong to another process over the same folder. */
async function removeStaleParts(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found && Date.now() - found.mtimeMs > STALE_PART_MS) await rm(path, { force: true });
  }
}
