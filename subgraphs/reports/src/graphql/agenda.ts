import { agendaGraphql } from '@hub/deadlines';

import { reportsAgenda } from '../usecases/agenda-source';

export const agenda = agendaGraphql(reportsAgenda);
