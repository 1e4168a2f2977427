import { type HubClient, trustedText } from '../../support';

export interface ExportRecord {
  readonly documentName: string;
  readonly outcome: string | null;
}

/** What was exported, as the auditor reads it, newest first. */
export async function exportLog(auditor: HubClient): Promise<readonly ExportRecord[]> {
  const { exportRecords } = await auditor.data<{ exportRecords: { nodes: readonly ExportRecord[] } }>(
    trustedText('ReadExportRecords'),
  );
  return exportRecords.nodes;
}

/** The same once every export has ended: the log gets the end after the client has the last byte. */
export async function endedExports(auditor: HubClient): Promise<readonly ExportRecord[]> {
  const records = await exportLog(auditor);
  if (records.every(({ outcome }) => outcome !== null)) return records;
  await new Promise((resolve) => setTimeout(resolve, 20));
  return endedExports(auditor);
}
