/** The closed list of what the hub keeps: formats of office work, none of which a browser runs. */
export const FILE_TYPES = {
  pdf: { contentType: 'application/pdf', extensions: ['pdf'] },
  ofd: { contentType: 'application/ofd', extensions: ['ofd'] },
  docx: {
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
  xlsx: { contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'] },
  pptx: {
    contentType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extensions: ['pptx'],
  },
  doc: { contentType: 'application/msword', extensions: ['doc'] },
  xls: { contentType: 'application/vnd.ms-excel', extensions: ['xls'] },
  png: { contentType: 'image/png', extensions: ['png'] },
  jpeg: { contentType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  txt: { contentType: 'text/plain; charset=utf-8', extensions: ['txt'] },
} as const satisfies Record<string, { contentType: string; extensions: readonly string[] }>;

export type FileType = keyof typeof FILE_TYPES;

export const FILE_TYPE_NAMES = Object.keys(FILE_TYPES) as FileType[];

export function typeOfExtension(extension: string): FileType | null {
  return FILE_TYPE_NAMES.find((type) => extensionsOf(type).includes(extension)) ?? null;
}

function extensionsOf(type: FileType): readonly string[] {
  return FILE_TYPES[type].extensions;
}
