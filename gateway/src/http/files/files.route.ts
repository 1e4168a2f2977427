import type { Authenticate } from '../../security/authenticate';
import type { GatewayLimits } from '../limits';
import type { Route } from '../router';
import { downloadHandler } from './download.handler';
import type { FileGateway } from './file-gateway.type';
import { createRequirePerson } from './require-person';
import { uploadHandler } from './upload.handler';

export function filesRoutes(files: FileGateway, authenticate: Authenticate, limits: GatewayLimits): Route[] {
  const requirePerson = createRequirePerson(authenticate);
  return [
    { path: '/files', methods: { POST: uploadHandler(files, requirePerson, limits) } },
    { path: '/files/*', methods: { GET: downloadHandler(files, requirePerson) } },
  ];
}
