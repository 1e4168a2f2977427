import { assertNotClassified, type SecrecyInput, scanSecrecy } from '@hub/core';

import { requirePerson, type UseCaseContext } from '../use-case-context';
import { type Alert, QuarantineRepository } from './quarantine.repository';

/**
 * Stops content that carries a marking before anything of it is written. The alert has a transaction of its own, because
 * the act that brought the content is refused and leaves nothing. Throws SECRECY_MARKING.
 */
export async function guardSecrecy(
  ctx: UseCaseContext,
  schema: string,
  origin: Omit<Alert, 'scan'>,
  input: SecrecyInput,
): Promise<void> {
  const scan = scanSecrecy(input);
  if (scan.verdict === 'BLOCK') {
    const person = requirePerson(ctx);
    const quarantineId = ctx.ids.next();
    await ctx.transaction(async (tx) => {
      await new QuarantineRepository(tx, schema).insert(quarantineId, { ...origin, scan }, person);
      const marks = scan.findings.map(({ mark, place }) => `${place} ${mark}`);
      const after = { source: origin.source, contentDigest: scan.digest, marks };
      tx.audit({ action: 'quarantine', objectType: 'quarantine', objectId: quarantineId, after });
    });
  }
  assertNotClassified(scan);
}
