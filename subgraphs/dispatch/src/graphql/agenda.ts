import { agendaGraphql } from '@hub/deadlines';

import { dispatchAgenda } from '../usecases/agenda-source';

export const agenda = agendaGraphql(dispatchAgenda);
