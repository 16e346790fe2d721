/** Counts, dates and sizes as text, written as on the built pages. */

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

/** 1 -> "1 file", 26956 -> "26,956 files". */
export function filesLabel(count: number): string {
  return `${countLabel(count)} ${count === 1 ? "file" : "files"}`;
}

/** "2018-04-05" -> "5 April 2018"; "" -> "Undated". */
export function dateLabel(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  const name = MONTHS[(month ?? 0) - 1];
  return year && name && day ? `${day} ${name} ${year}` : "Undated";
}

/** 176042113 -> "176 MB", 3400000 -> "3.4 MB", 340 -> "1 KB"; in units of 1,000, as disks are sold. */
export function sizeLabel(bytes: number): string {
  const [amount, unit] = bytes < 999_500 ? [bytes / 1_000, "KB"] : [bytes / 1_000_000, "MB"];
  if (unit === "MB" && amount < 9.95) return `${amount.toFixed(1)} MB`;
  return `${countLabel(Math.round(amount > 0 ? Math.max(amount, 1) : 0))} ${unit}`;
}
