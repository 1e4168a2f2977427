import { defineErrors } from '@hub/core';

export const distributedError = defineErrors({
  /** Thrown when docker-compose.yml is not what the launcher can read. */
  COMPOSE_UNREADABLE: { kind: 'BAD_USER_INPUT', message: '{file} 有误：{fault}' },
  /** Thrown when a value of docker-compose.yml uses a variable that must be there and is not. */
  VARIABLES_MISSING: { kind: 'BAD_USER_INPUT', message: 'docker-compose.yml 要求的变量没有给出：{names}' },
  /** Thrown when a service is neither a program of this repository nor given by address. */
  SERVICE_UNKNOWN: {
    kind: 'BAD_USER_INPUT',
    message: 'docker-compose.yml 中的服务“{name}”既不是本仓库的程序，也没有给出它的地址',
  },
  /** Thrown when services wait for one another in a circle. */
  SERVICES_IN_A_CIRCLE: { kind: 'BAD_USER_INPUT', message: 'docker-compose.yml 中的服务互相等待：{names}' },
  /** Thrown when the database does not answer or does not let us in. */
  DATABASE_UNREACHABLE: {
    kind: 'UNAVAILABLE',
    message: '连不上数据库 {address}（{cause}）：请先启动 PostgreSQL，并检查 HUB_DATABASE_URL',
  },
  /** Thrown when Redis does not answer. */
  REDIS_UNREACHABLE: {
    kind: 'UNAVAILABLE',
    message: '连不上 Redis {address}：请先启动 Redis（redis-server），并检查 HUB_REDIS_URL',
  },
  /** Thrown when a process does not pass its health check in the time docker-compose.yml gives it. */
  PROCESS_UNHEALTHY: { kind: 'UNAVAILABLE', message: '“{name}”没有在规定时间内就绪，原因见上面它的输出' },
  /** Thrown when a process that others wait for ends with a failure. */
  PROCESS_FAILED: { kind: 'UNAVAILABLE', message: '“{name}”没有成功（{ending}），原因见上面它的输出' },
});
