import { FILE_TYPES } from './content/file-types';

export const XLSX: string = FILE_TYPES.xlsx.contentType;
