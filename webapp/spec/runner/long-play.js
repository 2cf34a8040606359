// Loaded by `npm run test:long`: how often spec/random-play.spec.js plays each game.
Reflect.set(globalThis, "RANDOM_PLAY_RUNS", 20_000);
