import type { PreparedOperation, Stage } from './operation/prepare-operation';
import { JsonWriter } from './projection/json-writer';
import { DATA_CLOSE, DATA_OPEN, NO_DATA } from './response-body';
import type { Run } from './steps/step.type';

const COMMA = Buffer.from(',');

/** One for all: a stage is written without a pause, and nobody else writes in between. */
const out = new JsonWriter();

/** The answer with its data alone. Stages run one after the other, until one has a null where none may be. */
export async function runOperation({ stages }: PreparedOperation, base: Omit<Run, 'data'>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (const stage of stages) {
    const run: Run = { ...base, data: {} };
    await Promise.all(stage.steps.map((step) => step(run)));
    const part = writeStage(stage, run);
    if (part === null) return NO_DATA;
    parts.push(part);
  }
  return parts.length === 1 ? (parts[0] as Buffer) : oneAnswer(parts);
}

function writeStage(stage: Stage, { data, errors }: Run): Buffer | null {
  out.rewind(0);
  out.raw(DATA_OPEN);
  if (stage.write(data, { path: [], errors, out }, 0) !== 'value') return null;
  out.raw(DATA_CLOSE);
  return out.take();
}

/** One object with the fields of all. */
function oneAnswer(answers: readonly Buffer[]): Buffer {
  const fields = answers.flatMap((answer, index) => [
    ...(index === 0 ? [] : [COMMA]),
    answer.subarray(DATA_OPEN.length + 1, -DATA_CLOSE.length - 1),
  ]);
  return Buffer.concat([DATA_OPEN, Buffer.from('{'), ...fields, Buffer.from('}'), DATA_CLOSE]);
}
