import { type AgendaSource, directoryUnits } from '@hub/deadlines';

import { reportsBook } from '../data/deadline-book';

export const reportsAgenda: AgendaSource = { book: reportsBook, units: directoryUnits('reports') };
