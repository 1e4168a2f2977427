/** OpenSSL's words for a certificate that is not believed; its other errors begin with ERR_SSL, Node's with ERR_TLS. */
const CERTIFICATE = /\bcertificate\b|self.signed|_CERT|CERT_|LEAF_SIGNATURE|ERR_SSL|ERR_TLS|SSL routines/i;

/** Whether a connection failed because encryption could not be agreed on or trusted. */
export function isTlsFault(error: unknown): boolean {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return CERTIFICATE.test(`${code} ${message}`);
}
