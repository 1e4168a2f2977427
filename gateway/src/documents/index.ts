export { createDocumentCheck } from './check-document';
export { checkedCall } from './checked-call';
export { committedDocuments, openGate } from './committed-documents';
export {
  type AdmittedDocument,
  type AskedDocument,
  DocumentGate,
  type DocumentMode,
  documentMode,
} from './document-gate';
export { documentIdOf, normalisedText } from './document-id';
export type * from './document-registry.type';
export { type DocumentManifest, manifestRegistry, parseManifest } from './manifest';
export { chainedRegistries, runtimeRegistry } from './runtime-registry';
export { type DocumentSource, DocumentsInvalid, writeManifest } from './write-manifest';
