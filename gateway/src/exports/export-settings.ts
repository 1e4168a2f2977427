import { z } from 'zod';

import { DEFAULT_LIMITS } from '../http/limits';

/** What the environment says of exports. */
export const exportSettings = {
  /** Rows that a person may export alone; for more a second person agrees first. */
  HUB_EXPORT_ROWS_ALONE: z.coerce.number().int().min(0).default(DEFAULT_LIMITS.exportRowsAlone),
};
