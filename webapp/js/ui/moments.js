import { preferredLanguages } from "../browser/about.js";
import { language } from "./language.js";

/**
 * Writes moments in the person's time zone, and in their habit.
 * @param {string} pageLanguage
 * @param {readonly string[]} wanted Language tags of the browser, the best first.
 * @returns {(moment: Date, seen: Date) => string} The time of day, with the day if it is another one than that on which
 *   the person sees it.
 */
export function momentWriter(pageLanguage, wanted) {
  // The browser's own tag comes last.
  const tags = [...wanted, undefined].flatMap(localesOf);
  // The page's language as it is written where the person lives.
  const locale = tags.find((tag) => tag.split("-")[0] === pageLanguage) ?? pageLanguage;
  // Whether a clock has 12 or 24 hours depends on where the person lives, whatever language the page is in.
  const habit = tags.find((tag) => tag.includes("-")) ?? tags[0];
  const { hourCycle } = new Intl.DateTimeFormat(habit, { hour: "numeric" }).resolvedOptions();
  /** @type {Intl.DateTimeFormatOptions} */
  const clock = { hour: "2-digit", minute: "2-digit", ...(hourCycle === undefined ? {} : { hourCycle }) };
  const time = new Intl.DateTimeFormat(locale, clock);
  const dayAndTime = new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short", ...clock });
  return (moment, seen) => (isSameDay(moment, seen) ? time : dayAndTime).format(moment);
}

export const momentText = momentWriter(language, preferredLanguages());

/**
 * @param {Date} one
 * @param {Date} other
 * @returns {boolean} Whether they are on one day in the person's zone.
 */
export function isSameDay(one, other) {
  return one.toDateString() === other.toDateString();
}

/**
 * @param {string | undefined} tag
 * @returns {string[]} None for a tag that is no language.
 */
function localesOf(tag) {
  try {
    return [new Intl.DateTimeFormat(tag).resolvedOptions().locale];
  } catch {
    return [];
  }
}
