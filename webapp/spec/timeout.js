// Longer than the timeout of `until` in support.js, whose message says what a test waits for.
jasmine.DEFAULT_TIMEOUT_INTERVAL = 30_000;
