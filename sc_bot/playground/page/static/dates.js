// Dates and hours as they are written in each language, in each person's zone.

const locale = (language) => (language === "fr" ? "fr-CA" : "en-CA");

const write = (language, zone, how, moment) =>
  new Intl.DateTimeFormat(locale(language), { timeZone: zone, ...how }).format(moment);

/** 8 h 05; 8:05 a.m. */
export function hour(language, zone, moment) {
  const text = write(language, zone, { hour: "numeric", minute: "2-digit", hour12: language !== "fr" }, moment);
  return language === "fr" ? text.replace(/^0(\d)/, "$1").replace(/ h 00$/, " h") : text;
}

/** jeudi 19 novembre; Thursday, November 19 */
export const day = (language, zone, moment) =>
  write(language, zone, { weekday: "long", day: "numeric", month: "long" }, moment).replace(/^(\S+) 1 /, "$1 1er ");

/** Both. */
export const dayAndHour = (language, zone, moment) => `${day(language, zone, moment)}, ${hour(language, zone, moment)}`;

/** jeudi 19 novembre 2026, 10 h 30 */
export const fullDayAndHour = (language, zone, moment) =>
  `${write(language, zone, { weekday: "long", day: "numeric", month: "long", year: "numeric" }, moment).replace(/^(\S+) 1 /, "$1 1er ")}, ${hour(language, zone, moment)}`;

/** jeu. 19 nov., 10 h 30 */
export const shortly = (language, zone, moment) =>
  `${write(language, zone, { weekday: "short", day: "numeric", month: "short" }, moment)}, ${hour(language, zone, moment)}`;

const LONG = { day: "numeric", month: "long", year: "numeric" };
const FORMATS = {
  date: LONG,
  date_short: { ...LONG, month: "short" },
  date_long: { ...LONG, weekday: "long" },
};

/** A moment in Slack's own pattern: {date_num}, {date}, {date_short}, {date_long}, {time}; `_pretty` is not prettier here. */
export const inFormat = (pattern, language, zone, moment) =>
  pattern.replace(/\{(\w+?)(?:_pretty)?\}/g, (all, name) => {
    if (name === "date_num") return forInput(zone, moment).slice(0, 10);
    if (name.startsWith("time")) return hour(language, zone, moment);
    return FORMATS[name] ? write(language, zone, FORMATS[name], moment).replace(/^(\S+ )?1 /, "$11er ") : all;
  });

/** The moment that a message's name holds. */
export const momentOf = (ts) => new Date(Number(ts) * 1000);

/** Local date and time for an input of type datetime-local. */
export function forInput(zone, moment) {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat("en-CA", {
      timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
    }).formatToParts(moment).map((part) => [part.type, part.value]),
  );
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

/** The moment of such a local date and time. */
export function fromInput(zone, text) {
  const wanted = Date.parse(`${text}Z`);
  const shown = (moment) => Date.parse(`${forInput(zone, new Date(moment))}Z`);
  const guess = wanted - (shown(wanted) - wanted);
  return new Date(guess - (shown(guess) - wanted)); // the second look is for the night in which the clock changes
}
