/**
 * What a page of the hub may do: the only widening of the hub's policy. Scripts are files of our own; style attributes
 * are written by what the pages are made of.
 */
export function pagePolicy({ baseUri }: { readonly baseUri: "'none'" | "'self'" }): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    `base-uri ${baseUri}`,
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
