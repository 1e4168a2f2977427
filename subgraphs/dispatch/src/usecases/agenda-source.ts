import { type AgendaSource, directoryUnits } from '@hub/deadlines';

import { receiptBook } from '../data/deadline-book';

export const dispatchAgenda: AgendaSource = { book: receiptBook, units: directoryUnits('dispatch') };
