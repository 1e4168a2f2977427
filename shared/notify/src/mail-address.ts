const LONGEST = 254;

/**
 * One plain mailbox. Stricter than RFC 5321 on purpose: without quotes, comments, brackets, lists and anything beyond
 * ASCII there is nothing in it that a header or an envelope could read as more than one address.
 */
const MAILBOX =
  /^[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$/;

export function isMailAddress(text: string): boolean {
  return text.length <= LONGEST && MAILBOX.test(text);
}
