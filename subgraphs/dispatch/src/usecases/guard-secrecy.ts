import type { Id } from '@hub/core';
import { requirePerson } from '@hub/persistence';

import { QuarantineRepository } from '../data/quarantine.repository';
import { assertNotClassified, type SecrecyInput, scanSecrecy } from '../domain/secrecy';
import type { DispatchContext } from './context';

/**
 * Stops content that carries a marking before anything of it is written. The alert has a transaction of its own, because
 * the act that brought the content is refused and leaves nothing. Throws SECRECY_MARKING.
 */
export async function guardSecrecy(
  ctx: DispatchContext,
  origin: { readonly documentId: Id | null; readonly source: string },
  input: SecrecyInput,
): Promise<void> {
  const scan = scanSecrecy(input);
  if (scan.verdict === 'BLOCK') {
    const person = requirePerson(ctx);
    const quarantineId = ctx.ids.next();
    await ctx.transaction(async (tx) => {
      await new QuarantineRepository(tx).insert(quarantineId, { ...origin, scan }, person);
      const marks = scan.findings.map(({ mark, place }) => `${place} ${mark}`);
      const after = { source: origin.source, contentDigest: scan.digest, marks };
      tx.audit({ action: 'quarantine', objectType: 'quarantine', objectId: quarantineId, after });
    });
  }
  assertNotClassified(scan);
}
