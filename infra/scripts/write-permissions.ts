import { join } from 'node:path';

import { writeOrCheck } from './generated-files';
import { permissionsText } from './permissions/permissions-text';

// `npm run permissions` prints who may do what, from the policies and decisions themselves.
writeOrCheck(new Map([[join('docs', 'permissions.md'), permissionsText()]]), 'npm run permissions');
