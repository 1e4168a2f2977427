import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const DOCUMENTS = join(__dirname, '../../../../../infra/seed/documents');

/** 焦直文〔2020〕140号, as the work committee published it. */
export const MODEL_ORGANS = readFileSync(join(DOCUMENTS, '140-model-organs.txt'), 'utf8');

/** 焦直文〔2020〕141号, which prints no 主送. */
export const PIONEER_SYSTEM = readFileSync(join(DOCUMENTS, '141-pioneer-system.txt'), 'utf8');
