import type { AgendaSource } from '@hub/deadlines';

import { unitsInSight, unitsOfZone } from '../data/agenda-units.read-model';
import { organizationBook } from '../data/deadline-book';

export const organizationAgenda: AgendaSource = {
  book: organizationBook,
  units: { inSight: unitsInSight, ofZone: unitsOfZone },
};
