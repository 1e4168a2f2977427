import type { FileHandle } from 'node:fs/promises';

/** A file that can be looked into at any place. */
export class FileContent {
  constructor(
    private readonly handle: FileHandle,
    readonly size: number,
  ) {}

  /** Shorter than asked where the file ends. */
  async read(position: number, length: number): Promise<Buffer> {
    const room = Math.max(0, Math.min(length, this.size - position));
    const { buffer, bytesRead } = await this.handle.read(Buffer.alloc(room), 0, room, position);
    return buffer.subarray(0, bytesRead);
  }
}
