/**
 * Loaded before the program of a process, gives it the time of the test that started it. Nothing in the product can
 * do this: no setting of it moves a clock.
 */
const { readFileSync } = require('node:fs');

const { systemClock } = require('@hub/core');

const file = process.env.TEST_CLOCK_FILE;

// Read each time, so that a test that has moved the clock need not wait for anybody to hear of it.
systemClock.now = () => new Date(readFileSync(file, 'utf8'));
