/** The ways in which a browser does not do what it is asked for, as what takes the place of its method. */
const REFUSALS = {
  "is not there": undefined,
  throws: () => {
    throw new DOMException("", "SecurityError");
  },
  rejects: () => Promise.reject(new DOMException("", "NotAllowedError")),
  "never answers": () => new Promise(() => undefined),
};

/** @typedef {keyof typeof REFUSALS} Way */

export const WAYS = /** @type {Way[]} */ (Object.keys(REFUSALS));
/** Of what answers at once. */
export const WAYS_AT_ONCE = /** @type {Way[]} */ (["is not there", "throws"]);

/** @type {(() => void)[]} */
const restorers = [];

/**
 * Lets a browser refuse a method until {@link restore}. Where it never answers, time passes as soon as nothing else
 * happens.
 * @param {object} owner Of the method.
 * @param {string} name
 * @param {Way} way
 */
export function refuse(owner, name, way) {
  if (way === "never answers") passTime();
  replace(owner, name, { value: REFUSALS[way], writable: true });
}

/**
 * Lets a browser refuse to hand out one of its objects.
 * @param {object} owner
 * @param {string} name
 * @param {Way} way One of {@link WAYS_AT_ONCE}.
 */
export function withhold(owner, name, way) {
  replace(owner, name, { get: way === "throws" ? REFUSALS.throws : () => undefined });
}

/**
 * @param {object} owner
 * @param {string} name
 * @param {PropertyDescriptor} descriptor Of the stand-in.
 */
export function replace(owner, name, descriptor) {
  const before = Object.getOwnPropertyDescriptor(owner, name);
  restorers.push(() => {
    Reflect.deleteProperty(owner, name);
    if (before !== undefined) Object.defineProperty(owner, name, before);
  });
  Object.defineProperty(owner, name, { configurable: true, ...descriptor });
}

/** Timers end as soon as nothing else happens, until {@link restore}. */
export function passTime() {
  jasmine.clock().install().autoTick();
  restorers.push(() => jasmine.clock().uninstall());
}

/** Gives the browser back what it had. */
export function restore() {
  for (const restorer of restorers.splice(0).reverse()) restorer();
}
