import fc from "fast-check";

/** How often each game is played; `npm run test:long` plays for longer. */
export const RUNS = Number(Reflect.get(globalThis, "RANDOM_PLAY_RUNS") ?? 200);

/** @param {fc.IRawProperty<any>} property */
export const check = (property) => fc.assert(property, { numRuns: RUNS });

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
