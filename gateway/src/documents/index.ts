export { createDocumentCheck } from './check-document';
export { checkedCall } from './checked-call';
export { openGate } from './committed-documents';
export {
  type AdmittedDocument,
  type AskedDocument,
  DocumentGate,
  type DocumentMode,
  documentMode,
} from './document-gate';
export { documentIdOf, normalisedText } from './document-id';
export type * from './document-registry.type';
export { type HubDocuments, hubDocuments } from './hub-documents';
export { type DocumentManifest, manifestRegistry, parseManifest } from './manifest';
export { type DocumentSource, DocumentsInvalid, writeManifest } from './write-manifest';
