import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Id, PersonActor } from '@hub/core';
import type { OpenSubgraph } from '@hub/graphql';

import { packageRoot } from '../local/package-root';
import { act } from './send';

export interface SeedOffice {
  readonly registrar: PersonActor;
  readonly clerk: PersonActor;
  /** 模范机关70家. */
  readonly modelOrgansGroupId: Id;
  readonly year: number;
}

/** The series of seeds 000 and 002 stood here when their papers were numbered. */
const LAST_NUMBER_ON_PAPER = 139;

/** The committee's number series, and its two papers of 15 October 2020 as drafts to play with. */
export async function seedDispatch(dispatch: OpenSubgraph, office: SeedOffice): Promise<void> {
  const { clerk, modelOrgansGroupId, registrar, year } = office;
  const { id: seriesId } = await act(dispatch, registrar, 'createNumberSeries', 'CreateNumberSeriesInput', {
    prefix: '焦直文',
    name: '工委普发文件',
    issuerOrganizationId: registrar.organizationId,
    kinds: ['NOTIFICATION', 'OPINION'],
  });
  await act(dispatch, registrar, 'adoptNumbers', 'AdoptNumbersInput', {
    seriesId,
    year,
    lastSequence: LAST_NUMBER_ON_PAPER,
    reason: '平台启用前纸质印发',
  });
  const group = { groupId: modelOrgansGroupId, role: 'TO' };
  await act(dispatch, clerk, 'draftDocument', 'DraftDocumentInput', {
    seriesId,
    kind: 'NOTIFICATION',
    text: seedText('140-model-organs'),
    feedback: { kind: 'FORM', fields: [{ name: 'plan', label: '本单位具体方案', required: true }] },
    audience: { groups: [{ ...group, duty: 'FEEDBACK' }] },
  });
  await act(dispatch, clerk, 'draftDocument', 'DraftDocumentInput', {
    seriesId,
    kind: 'OPINION',
    text: seedText('141-pioneer-system'),
    audience: { groups: [group] },
  });
}

/** The text of a seed document, as it was printed. */
export function seedText(name: '140-model-organs' | '141-pioneer-system'): string {
  return readFileSync(join(packageRoot(__dirname), 'seed', 'documents', `${name}.txt`), 'utf8');
}
