import { type AgendaSource, directoryUnits } from '@hub/deadlines';

import { duesBook } from '../data/deadline-book';

export const duesAgenda: AgendaSource = { book: duesBook, units: directoryUnits('dues') };
