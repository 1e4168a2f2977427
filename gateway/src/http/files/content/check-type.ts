import { fileError } from '../file.errors';
import { extensionOf } from '../file-name';
import type { FileContent } from './file-content';
import { FILE_TYPE_NAMES, type FileType, typeOfExtension } from './file-types';
import { sniffType } from './sniff-type';

/** The type of a file whose name and content agree on one the hub keeps. What the client declared is not asked. */
export async function checkType(name: string, content: FileContent): Promise<FileType> {
  const claimed = typeOfExtension(extensionOf(name));
  const actual = await sniffType(content);
  if (claimed === null || actual === null) {
    throw fileError('FILE_TYPE_REFUSED', { accepted: FILE_TYPE_NAMES.join('、') });
  }
  if (claimed !== actual) throw fileError('FILE_TYPE_MISMATCH', { claimed, actual });
  return actual;
}
