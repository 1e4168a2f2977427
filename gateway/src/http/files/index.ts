export { createFileGateway, type DownloadGrant, type FileGatewayOptions, type UploadMetadata } from './file-gateway';
export type { DownloadedFile, FileGateway, IncomingFile, UploadedFile } from './file-gateway.type';
export type { FileStore, StoredFile } from './file-store.type';
export { LocalFileStore, type LocalFileStoreOptions } from './local-file-store';
export { subgraphFiles } from './subgraph-files';
