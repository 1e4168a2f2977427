import type { HubClient } from '../../support';

/** A file of that purpose, with the secret for a name and for all that stands in it. */
export async function uploadSecret(by: HubClient, purpose: string, targetId: string, secret: string): Promise<void> {
  const bytes = new TextEncoder().encode(secret);
  const { status } = await by.upload(targetId, purpose, `${secret}.txt`, bytes, 'text/plain');
  if (status !== 201) throw new Error(`the upload was answered with ${status}`);
}
