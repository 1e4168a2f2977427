import { keptBook } from '@hub/deadlines';

/** Terms that run out. */
export const organizationBook = keptBook('organization', {
  ELECTION: { name: '换届', verb: '完成换届选举', subjectType: 'Term', outside: '党组织任期将届满，请做好换届工作' },
});
