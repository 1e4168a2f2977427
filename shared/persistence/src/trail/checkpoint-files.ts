import { createHmac, timingSafeEqual } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import type { Head } from './act';
import { lastLine } from './last-line';

/** A checkpoint: the ends of chains as they were at one moment, sealed, and each bound to the one before. */
export interface Checkpoint {
  readonly sequence: number;
  readonly at: Date;
  readonly heads: readonly Head[];
  /** The last acts that were taken out of their chains, when their time was over. */
  readonly expired: readonly Head[];
  /** In the first one alone: the acts of before the trail was chained. */
  readonly unsealed?: UnsealedSum;
}

/** Acts without a seal, as one sum: how many, and a digest of all that is kept of them. */
export interface UnsealedSum {
  readonly count: number;
  readonly digest: string;
}

/** What the next checkpoint is bound to. */
export interface CheckpointSeal {
  readonly sequence: number;
  readonly at: Date;
  readonly mac: string;
}

/** A fault of the files themselves: the number of the first checkpoint that cannot be believed. */
export class CheckpointDamage extends Error {
  override readonly name = 'CheckpointDamage';

  constructor(
    readonly file: string,
    readonly sequence: number,
  ) {
    super(`checkpoint ${sequence} in ${file} is damaged or missing`);
  }
}

const EXPIRED = 'expired';
const SEALED = '{"sealed":';

interface SealedLine {
  readonly sealed: number;
  readonly at: string;
  readonly mac: string;
}

type HeadLine = readonly [
  committeeId: string,
  objectType: string,
  objectId: string,
  partId: string,
  position: number,
  seal: string,
  mark?: typeof EXPIRED,
];

/**
 * The checkpoints of one subgraph's trail: lines of text in a folder outside the database, one file a year, only ever
 * appended to. `{"checkpoint":n,"at":…}`, a line a head, `{"sealed":n,"at":…,"mac":…}`. What is not sealed is the torn end of a
 * write that a crash cut off, and is passed over.
 */
export class CheckpointFiles {
  constructor(
    private readonly folder: string,
    private readonly schema: string,
    private readonly key: Buffer,
  ) {}

  /** Every checkpoint in turn; answers the last seal. Throws CheckpointDamage where one was changed or taken out. */
  async read(use: (checkpoint: Checkpoint) => void): Promise<CheckpointSeal | null> {
    let last: CheckpointSeal | null = null;
    for (const file of await this.#files()) last = await this.#readFile(file, last, use);
    return last;
  }

  /** The last seal as it stands, for whoever appends the next: whether it is ours the next verification says. */
  async last(): Promise<CheckpointSeal | null> {
    for (const file of (await this.#files()).reverse()) {
      const line = await lastLine(join(this.folder, file), SEALED);
      if (line === null) continue;
      const { sealed: sequence, at, mac } = JSON.parse(line) as SealedLine;
      return { sequence, at: new Date(at), mac };
    }
    return null;
  }

  /** One at a time: whoever appends holds the lock of `Trail`. */
  async append(
    previous: CheckpointSeal | null,
    { at, heads, expired, unsealed }: Omit<Checkpoint, 'sequence'>,
  ): Promise<CheckpointSeal> {
    const sequence = (previous?.sequence ?? 0) + 1;
    const lines = [
      JSON.stringify({ checkpoint: sequence, at: at.toISOString(), unsealed }),
      ...heads.map((head) => JSON.stringify(headLine(head))),
      ...expired.map((head) => JSON.stringify([...headLine(head), EXPIRED])),
    ];
    const mac = this.#mac(previous?.mac ?? '', lines);
    const text = `${[...lines, JSON.stringify({ sealed: sequence, at: at.toISOString(), mac })].join('\n')}\n`;
    await mkdir(this.folder, { recursive: true });
    // A file that a torn write left without an end of line gets one: the new checkpoint begins on its own line.
    const handle = await open(join(this.folder, `${this.schema}-${at.getUTCFullYear()}.ndjson`), 'a', 0o600);
    try {
      await handle.appendFile((await handle.stat()).size > 0 ? `\n${text}` : text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return { sequence, at, mac };
  }

  async #files(): Promise<string[]> {
    const pattern = new RegExp(`^${this.schema}-\\d{4}\\.ndjson$`);
    const exists = await stat(this.folder).then(
      () => true,
      () => false,
    );
    const names = exists ? await readdir(this.folder) : [];
    return names.filter((name) => pattern.test(name)).sort();
  }

  async #readFile(
    file: string,
    previous: CheckpointSeal | null,
    use: (checkpoint: Checkpoint) => void,
  ): Promise<CheckpointSeal | null> {
    let last = previous;
    let begun: string[] = [];
    const lines = createInterface({
      input: createReadStream(join(this.folder, file)),
      crlfDelay: Number.POSITIVE_INFINITY,
    });
    for await (const line of lines) {
      if (line.startsWith('{"checkpoint":')) begun = [line];
      else if (line.startsWith(SEALED)) {
        const { checkpoint, seal } = this.#open(file, last, begun, line);
        use(checkpoint);
        last = seal;
        begun = [];
      } else if (line !== '') begun.push(line);
    }
    return last;
  }

  #open(
    file: string,
    previous: CheckpointSeal | null,
    lines: readonly string[],
    sealed: string,
  ): { checkpoint: Checkpoint; seal: CheckpointSeal } {
    const sequence = (previous?.sequence ?? 0) + 1;
    try {
      const { sealed: said, mac } = JSON.parse(sealed) as SealedLine;
      const expected = this.#mac(previous?.mac ?? '', lines);
      const isOurs = said === sequence && mac.length === expected.length;
      if (!isOurs || !timingSafeEqual(Buffer.from(mac), Buffer.from(expected))) throw new Error('not ours');
      const [first = '', ...rest] = lines;
      const ends = rest.map((line) => JSON.parse(line) as HeadLine);
      const { at: began, unsealed } = JSON.parse(first) as { at: string; unsealed?: UnsealedSum };
      const at = new Date(began);
      const heads = ends.filter(([, , , , , , mark]) => mark === undefined).map(headOf);
      const expired = ends.filter(([, , , , , , mark]) => mark === EXPIRED).map(headOf);
      return { checkpoint: { sequence, at, heads, expired, unsealed }, seal: { sequence, at, mac } };
    } catch {
      throw new CheckpointDamage(file, sequence);
    }
  }

  #mac(previous: string, lines: readonly string[]): string {
    return createHmac('sha256', this.key)
      .update(`${previous}\n${lines.join('\n')}`)
      .digest('hex');
  }
}

const headLine = ({ committeeId, objectType, objectId, partId, position, seal }: Head): HeadLine => [
  committeeId,
  objectType,
  objectId,
  partId,
  position,
  seal.toString('base64'),
];

function headOf([committeeId, objectType, objectId, partId, position, seal]: HeadLine): Head {
  return { committeeId, objectType, objectId, partId, position, seal: Buffer.from(seal, 'base64') };
}
