/**
 * `node --require` of this file ties a process to its launcher: when the launcher is gone, however it ended, the
 * process ends in order too. A container engine does this for containers.
 */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// Listening keeps nothing alive: a program that has done its work ends as ever.
process.channel?.unref();
