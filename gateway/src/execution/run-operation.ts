import type { PreparedOperation, Stage } from './operation/prepare-operation';
import { JsonWriter } from './projection/json-writer';
import { NULL } from './projection/projection.type';
import type { Run } from './steps/step.type';

const OPEN = Buffer.from('{');
const COMMA = Buffer.from(',');
const CLOSE = Buffer.from('}');

/** One for all: a stage is written without a pause, and nobody else writes in between. */
const out = new JsonWriter();

/** The JSON of `data`. Stages run one after the other, until one has a null where none may be. */
export async function runOperation({ stages }: PreparedOperation, base: Omit<Run, 'data'>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (const stage of stages) {
    const run: Run = { ...base, data: {} };
    await Promise.all(stage.steps.map((step) => step(run)));
    const part = writeStage(stage, run);
    if (part === null) return NULL;
    parts.push(part);
  }
  return parts.length === 1 ? (parts[0] as Buffer) : oneObject(parts);
}

function writeStage(stage: Stage, { data, errors }: Run): Buffer | null {
  out.rewind(0);
  return stage.write(data, { path: [], errors, out }, 0) === 'value' ? out.take() : null;
}

/** One object with the fields of all. */
function oneObject(objects: readonly Buffer[]): Buffer {
  const fields = objects.flatMap((object, index) => [index === 0 ? OPEN : COMMA, object.subarray(1, -1)]);
  return Buffer.concat(fields.length === 0 ? [OPEN, CLOSE] : [...fields, CLOSE]);
}
