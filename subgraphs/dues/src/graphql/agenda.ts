import { agendaGraphql } from '@hub/deadlines';

import { duesAgenda } from '../usecases/agenda-source';

export const agenda = agendaGraphql(duesAgenda);
