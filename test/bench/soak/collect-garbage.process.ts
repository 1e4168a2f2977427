/** Loaded into the gateway of the soak, with `--expose-gc`: SIGUSR2 collects, so that a heap can be compared with a heap. */
process.on('SIGUSR2', () => globalThis.gc?.());
