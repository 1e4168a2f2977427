import type { PreparedOperation, Stage } from './operation/prepare-operation';
import { NULL } from './projection/projection.type';
import type { Run } from './steps/step.type';

/** The JSON text of `data`. Stages run one after the other, until one has a null where none may be. */
export async function runOperation({ stages }: PreparedOperation, base: Omit<Run, 'data'>): Promise<string> {
  const fields: string[] = [];
  for (const stage of stages) {
    const run: Run = { ...base, data: {} };
    await Promise.all(stage.steps.map((step) => step(run)));
    const written = writeStage(stage, run);
    if (written === undefined) return NULL;
    fields.push(...written);
  }
  return `{${fields.join(',')}}`;
}

function writeStage(stage: Stage, { data, errors }: Run): string[] | undefined {
  const state = { path: [] as (string | number)[], errors };
  const written: string[] = [];
  for (const { key, dataKey, write } of stage.fields) {
    state.path[0] = key;
    const value = write(data[dataKey], state, 1);
    if (value === undefined) return undefined;
    written.push(`${JSON.stringify(key)}:${value}`);
  }
  return written;
}
