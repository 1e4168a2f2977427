export { attachmentError } from './attachment.errors';
export { attachmentDownloads, type DownloadLink } from './downloads/attachment-downloads';
export { createFileDeps, type FileDeps } from './downloads/file-deps';
export { AttachmentFields } from './graphql/attachment-fields';
export { DownloadLinkType } from './graphql/download.type';
export { keeperResolver } from './graphql/keeper.resolver';
export { AttachmentColumns } from './records/attachment.columns';
export { AttachmentRepository } from './records/attachment.repository';
export type { RecordAttachmentInput, StoredFile } from './records/stored-file';
