import { parseQualityList } from './quality-list';

export const RESPONSE_MEDIA_TYPES = ['application/json', 'application/graphql-response+json'] as const;

export type ResponseMediaType = (typeof RESPONSE_MEDIA_TYPES)[number];

/**
 * The media type of a GraphQL answer, or null when the client takes neither. A client that does not ask for
 * `application/graphql-response+json` by name gets `application/json` (GraphQL over HTTP, "Legacy watershed").
 */
export function chooseMediaType(accept: string | undefined): ResponseMediaType | null {
  if (accept === undefined || accept.trim() === '') return 'application/json';
  let best: { type: ResponseMediaType; quality: number } | null = null;
  for (const { value, quality } of parseQualityList(accept)) {
    const type = mediaTypeOfRange(value);
    if (type !== null && quality > (best?.quality ?? 0)) best = { type, quality };
  }
  return best?.type ?? null;
}

function mediaTypeOfRange(range: string): ResponseMediaType | null {
  if (range === '*/*' || range === 'application/*') return 'application/json';
  return RESPONSE_MEDIA_TYPES.find((type) => type === range) ?? null;
}

export const EVENT_STREAM = 'text/event-stream';

/** Whether a client would rather have a stream of events than one answer; what it names first wins among equals. */
export function prefersEventStream(accept: string | undefined): boolean {
  let best: { isStream: boolean; quality: number } | null = null;
  for (const { value, quality } of parseQualityList(accept ?? '')) {
    const isStream = value === EVENT_STREAM;
    if ((isStream || mediaTypeOfRange(value) !== null) && quality > (best?.quality ?? 0)) best = { isStream, quality };
  }
  return best?.isStream ?? false;
}

/** True for a JSON body in UTF-8, stated or assumed. */
export function isJsonContentType(header: string | undefined): boolean {
  if (header === undefined) return false;
  const [type = '', ...parameters] = header.toLowerCase().split(';');
  if (type.trim() !== 'application/json') return false;
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*"?([^"\s]*)"?\s*$/.exec(parameter)?.[1])
    .find(Boolean);
  return charset === undefined || charset === 'utf-8' || charset === 'utf8';
}
