/** Columns of a hand (`Hand` in shared/core) that begin with a prefix, for `alter table … add`. The account is there. */
export const handColumns = (prefix: string): string => `
  add column ${prefix}_post_id uuid, add column ${prefix}_principal_id uuid`;

/** Such a hand as a query answers it. */
export const handJson = (prefix: string): string => `
  jsonb_build_object('accountId', ${prefix}_account_id, 'postId', ${prefix}_post_id,
                     'principalAccountId', ${prefix}_principal_id)`;

/**
 * 双人, whatever the code above says: the second hand shares neither account, principal nor post with the first. What is
 * not known (null) is not compared, so that a row may wait for its second person.
 */
export const areTwoPersons = (first: string, second: string): string => `
  (${first}_account_id <> ${second}_account_id and ${first}_post_id <> ${second}_post_id
         and ${first}_principal_id <> ${second}_account_id and ${first}_account_id <> ${second}_principal_id
         and ${first}_principal_id <> ${second}_principal_id)`;
