import { isDeepStrictEqual } from 'node:util';

const CASE_MS = 10_000;

/** Sends each case and says which were answered otherwise than expected. */
export async function runCases(url, cases) {
  const failures = [];
  for (const [index, { query, expected }] of cases.entries()) {
    const reason = await ask(url, query).then(
      (answer) => difference(answer, expected),
      (error) => `没有回答 · no answer: ${error.message}`,
    );
    if (reason !== null) failures.push({ index, query, reason });
  }
  return failures;
}

async function ask(url, query) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query }),
    signal: AbortSignal.timeout(CASE_MS),
  });
  return response.json();
}

/** A case states its data, and may state whether there are errors. */
function difference(answer, expected) {
  const messages = (answer.errors ?? []).map(({ message }) => message);
  if (!isDeepStrictEqual(answer.data ?? null, expected.data ?? null)) {
    const told = messages.length > 0 ? `；${messages.join('；')}` : '';
    return `数据不符 · data differ: ${JSON.stringify(answer.data ?? null)}${told}`;
  }
  if (typeof expected.errors === 'boolean' && expected.errors !== messages.length > 0) {
    return expected.errors
      ? '应报错而未报 · no error, one expected'
      : `不应报错 · unexpected errors: ${messages.join('；')}`;
  }
  return null;
}
