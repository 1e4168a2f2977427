import { type AgendaSource, directoryUnits } from '@hub/deadlines';

import { approvalsBook } from '../data/deadline-book';

export const approvalsAgenda: AgendaSource = { book: approvalsBook, units: directoryUnits('approvals') };
