export const EXPORT_FORMATS = ['CSV', 'NDJSON', 'XLSX', 'DOCX'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const EXPORT_OUTCOMES = ['COMPLETE', 'CANCELLED', 'FAILED'] as const;

export type ExportOutcome = (typeof EXPORT_OUTCOMES)[number];
