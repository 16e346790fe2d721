/** The archive's mark, an index card with a stamp: as SVG, and as PNG for home screens. */

import { crc32, deflateSync } from "node:zlib";

import { colours } from "./colours.mjs";

const { ink: INK, paper: PAPER, stamp: STAMP } = colours().light;
const GRID = 32;

/** Rectangles on the grid, painted in this order: colour, left, top, width, height. */
const MARK = [
  [INK, 2, 2, 28, 28],
  [PAPER, 4, 4, 24, 24],
  [INK, 7, 7, 18, 4],
  [INK, 7, 14, 8, 2],
  [INK, 7, 18, 8, 2],
  [INK, 7, 22, 8, 2],
  [INK, 18, 22, 7, 2],
  [STAMP, 18, 14, 7, 6],
];

/** Each icon's content by its file name. */
export function icons() {
  return new Map([
    ["icon.svg", svg()],
    ["icon-192.png", png(192, { pixel: 6 })],
    ["icon-512.png", png(512, { pixel: 16 })],
    // A launcher may cut a circle of 80% out of this icon, so its mark is smaller and on paper.
    ["icon-maskable-512.png", png(512, { pixel: 11, paper: PAPER })],
  ]);
}

function svg() {
  const shapes = MARK.map(
    ([colour, x, y, width, height]) => `<path fill="${colour}" d="M${x} ${y}h${width}v${height}h-${width}z"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${GRID} ${GRID}">${shapes.join("")}</svg>\n`;
}

/**
 * The mark in the middle of a square picture.
 *
 * @param size the side of the picture, in pixels.
 * @param pixel the side of one unit of the grid, in pixels.
 * @param paper the colour around the mark; transparent without one.
 */
function png(size, { pixel, paper }) {
  const pixels = Buffer.alloc(size * size * 4);
  if (paper) paint(pixels, size, colourBytes(paper), 0, 0, size, size);
  const margin = (size - GRID * pixel) / 2;
  for (const [colour, x, y, width, height] of MARK) {
    const [left, top] = [margin + x * pixel, margin + y * pixel];
    paint(pixels, size, colourBytes(colour), left, top, width * pixel, height * pixel);
  }
  return encodePng(pixels, size);
}

function paint(pixels, size, colour, left, top, width, height) {
  for (let y = top; y < top + height; y += 1) {
    for (let x = left; x < left + width; x += 1) pixels.set(colour, (y * size + x) * 4);
  }
}

function colourBytes(colour) {
  return [...Buffer.from(colour.slice(1), "hex"), 255];
}

/** Writes RGBA pixels as a PNG file (ISO/IEC 15948): header, pixels, end. */
function encodePng(pixels, size) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8); // bits a channel, RGBA, deflate, adaptive filters, not interlaced
  const rows = Buffer.alloc(size * (size * 4 + 1)); // the byte before each row says: unfiltered
  for (let y = 0; y < size; y += 1) pixels.copy(rows, y * (size * 4 + 1) + 1, y * size * 4, (y + 1) * size * 4);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(rows, { level: 9 });
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "ascii"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
