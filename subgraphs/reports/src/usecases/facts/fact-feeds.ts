import type { FactFeed } from './fact-feed';
import { memberCountFeed } from './member-count-feed';
import { signatureFeed } from './signature-feed';

/** Every event that facts are kept from. */
export const FACT_FEEDS: readonly FactFeed[] = [signatureFeed, memberCountFeed];
