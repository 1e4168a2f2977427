import { assertTaskAudience, type TaskAudience } from './task-audience';

const audience = (groups: string[], organizations: string[], exclusions: string[] = []): TaskAudience => ({
  groups: groups.map((groupId) => ({ groupId })),
  organizations: organizations.map((organizationId) => ({ organizationId })),
  exclusions,
});

it.each([audience(['a'], []), audience([], ['x']), audience(['a', 'b'], ['x', 'y'], ['z'])])(
  'an audience may be %j',
  (named) => {
    expect(() => assertTaskAudience(named)).not.toThrow();
  },
);

it.each([
  [audience([], []), '没有列入'],
  [audience([], [], ['x']), '没有列入'],
  [audience(['a', 'a'], []), '同一分组'],
  [audience([], ['x', 'x']), '同一党组织列入两次'],
  [audience([], ['x'], ['x']), '既列入又排除'],
])('an audience is not %j: %s', (named, problem) => {
  expect(() => assertTaskAudience(named)).toThrow(
    expect.objectContaining({ reason: 'TASK_AUDIENCE_FORM', message: expect.stringContaining(problem) }),
  );
});
