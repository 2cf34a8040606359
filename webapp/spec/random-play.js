import fc from "fast-check";

/** `npm run test:long` plays more games, and others each time. The ones of a build do not depend on luck. */
const LONG_RUNS = Reflect.get(globalThis, "RANDOM_PLAY_RUNS");
const RUNS = Number(LONG_RUNS ?? 200);
const SEED = LONG_RUNS === undefined ? { seed: 18 } : {};

/** @param {fc.IRawProperty<any>} property */
export const check = (property) => fc.assert(property, { numRuns: RUNS, ...SEED });
/** Chromium keeps closed connections for a while, and refuses more than some 500. */
const CONNECTED_RUNS = Math.min(Math.ceil(RUNS / 20), 150);

/**
 * Plays fewer games: each connects two sides.
 * @param {fc.IAsyncProperty<any>} property
 */
export const checkConnected = (property) => fc.assert(property, { numRuns: CONNECTED_RUNS, ...SEED });

export const anything = () => fc.anything({ withBigInt: false, withDate: false, maxDepth: 4 });

/**
 * Objects with some of the members. Values near the ones that are wanted are the dangerous ones.
 * @param {Record<string, fc.Arbitrary<unknown>>} members
 */
export const nearly = (members) =>
  fc.record(
    Object.fromEntries(
      Object.entries(members).map(([name, good]) => [name, fc.oneof({ weight: 4, arbitrary: good }, anything())]),
    ),
    { requiredKeys: [] },
  );
