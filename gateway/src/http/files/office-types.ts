import { FILE_TYPES } from './content/file-types';

export const XLSX: string = FILE_TYPES.xlsx.contentType;
export const DOCX: string = FILE_TYPES.docx.contentType;
