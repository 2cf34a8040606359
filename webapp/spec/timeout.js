// A busy machine takes its time. Who waits for something says in vain for what before this is over.
jasmine.DEFAULT_TIMEOUT_INTERVAL = 30_000;
