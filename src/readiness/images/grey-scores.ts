// How dark, bright, blurred, empty or odd is a picture? From its grey values, as cleanlab's image checks ask; the limits
// stand in rows/image-facts. And its difference hash, by which near copies are found whatever their size.
import type { ImageScores } from '../rows/image-facts.js';

export interface GreyImage {
  /** One value, 0 to 255, for each point, row by row. */
  readonly values: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const shades = 256;
const brightest = shades - 1;
const darkPercentile = 0.99;
const lightPercentile = 0.05;
const laplacianScale = 100;
const entropyMaxBits = 8;

export function greyScores(grey: GreyImage, { width, height }: { width: number; height: number }): ImageScores {
  const counts = new Uint32Array(shades);
  for (const value of grey.values) {
    counts[value] = (counts[value] ?? 0) + 1;
  }
  const points = grey.values.length;
  return {
    dark: shadeAt(counts, points * darkPercentile) / brightest,
    light: 1 - shadeAt(counts, points * lightPercentile) / brightest,
    blurry: 1 - Math.exp(-Math.sqrt(laplacianVariance(grey)) / laplacianScale),
    flat: entropyBits(counts, points) / entropyMaxBits,
    oddAspect: Math.min(width, height) / Math.max(width, height),
  };
}

/** The least shade that so many points do not exceed. */
function shadeAt(counts: Uint32Array, rank: number): number {
  let sum = 0;
  for (let shade = 0; shade < shades; shade += 1) {
    sum += counts[shade] ?? 0;
    if (sum >= rank) {
      return shade;
    }
  }
  return brightest;
}

function entropyBits(counts: Uint32Array, points: number): number {
  let bits = 0;
  for (const count of counts) {
    if (count > 0) {
      bits -= (count / points) * Math.log2(count / points);
    }
  }
  return bits;
}

/** Of the four-neighbour Laplacian, over the points that have four neighbours; 0 where there are none. */
function laplacianVariance({ values, width, height }: GreyImage): number {
  let sum = 0;
  let squares = 0;
  const points = Math.max(0, width - 2) * Math.max(0, height - 2);
  for (let row = 1; row < height - 1; row += 1) {
    for (let at = row * width + 1; at < (row + 1) * width - 1; at += 1) {
      const around =
        (values[at - 1] ?? 0) + (values[at + 1] ?? 0) + (values[at - width] ?? 0) + (values[at + width] ?? 0);
      const edge = around - 4 * (values[at] ?? 0);
      sum += edge;
      squares += edge * edge;
    }
  }
  return points === 0 ? 0 : squares / points - (sum / points) ** 2;
}

const hashColumns = 9;
const hashRows = 8;

/** dHash: over nine by eight areas, whether it gets brighter from one to the next; sixteen hex digits. */
export function differenceHash(grey: GreyImage): string {
  const areas = areaMeans(grey);
  let hash = '';
  for (let row = 0; row < hashRows; row += 1) {
    let byte = 0;
    for (let column = 0; column < hashColumns - 1; column += 1) {
      const at = row * hashColumns + column;
      byte = byte * 2 + ((areas[at + 1] ?? 0) > (areas[at] ?? 0) ? 1 : 0);
    }
    hash += byte.toString(16).padStart(2, '0');
  }
  return hash;
}

function areaMeans({ values, width, height }: GreyImage): Float64Array {
  const sums = new Float64Array(hashColumns * hashRows);
  const counts = new Uint32Array(hashColumns * hashRows);
  const columns = Math.max(width, hashColumns);
  const rows = Math.max(height, hashRows);
  // A picture smaller than the grid is read as if each point were several.
  for (let row = 0; row < rows; row += 1) {
    const from = Math.floor((row * height) / rows) * width;
    const areaRow = Math.floor((row * hashRows) / rows) * hashColumns;
    for (let column = 0; column < columns; column += 1) {
      const area = areaRow + Math.floor((column * hashColumns) / columns);
      sums[area] = (sums[area] ?? 0) + (values[from + Math.floor((column * width) / columns)] ?? 0);
      counts[area] = (counts[area] ?? 0) + 1;
    }
  }
  return sums.map((sum, area) => sum / (counts[area] ?? 1));
}
