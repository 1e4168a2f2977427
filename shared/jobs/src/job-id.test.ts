import { jobId, tickJobId } from './job-id';

describe('jobId', () => {
  it('joins what a job is about with its occurrence', () => {
    expect(jobId('rm', '0190a6e8-0000-7000-8000-000000000000', 2, 1700000000000)).toBe(
      'rm-0190a6e8-0000-7000-8000-000000000000-2-1700000000000',
    );
  });

  it.each([
    ['a colon', 'rm', ['2020:140']],
    ['digits alone', '140', []],
    ['a kind without a letter', '1', [2]],
    ['an empty part', 'rm', ['']],
    ['a space', 'rm', ['a b']],
  ])('refuses %s', (_, kind, occurrence) => {
    expect(() => jobId(kind, ...occurrence)).toThrow(expect.objectContaining({ reason: 'JOB_ID_INVALID' }));
  });
});

test('a part is named by its tick, whose id has colons', () => {
  expect(tickJobId('pl', 'repeat:sweep-plans:1700000000000', 7)).toBe('pl-repeat.sweep-plans.1700000000000-7');
});
