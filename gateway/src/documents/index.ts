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
export { openGate } from './open-gate';
export { type DocumentSource, DocumentsInvalid, writeManifest } from './write-manifest';
