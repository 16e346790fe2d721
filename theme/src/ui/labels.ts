/** How counts and dates are written, the same way as on the built pages. */

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** 12345 -> "12,345". */
export function countLabel(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** 1 -> "1 story", 41 -> "41 stories". */
export function storiesLabel(count: number): string {
  return `${countLabel(count)} ${count === 1 ? "story" : "stories"}`;
}

/** "2018-04-05" -> "5 April 2018"; "" -> "Undated". */
export function dateLabel(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  const name = MONTHS[(month ?? 0) - 1];
  return year && name && day ? `${day} ${name} ${year}` : "Undated";
}
