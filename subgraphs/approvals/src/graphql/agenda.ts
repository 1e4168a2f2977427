import { agendaGraphql } from '@hub/deadlines';

import { approvalsAgenda } from '../usecases/agenda-source';

export const agenda = agendaGraphql(approvalsAgenda);
