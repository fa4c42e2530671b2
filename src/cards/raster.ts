/** A glyph's outline as its font gives it: y upwards, in units of the font. */
export interface Outline {
  command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath';
  args: number[];
}

/** How much of each pixel a glyph covers: 0 to 255, row by row. `left` and `top` are from the pen, y downwards. */
export interface Coverage {
  left: number;
  top: number;
  width: number;
  height: number;
  alpha: Uint8Array;
}

/** Pixels that a curve's chord may be off. */
const FLATNESS = 0.1;

/**
 * Draws an outline. Each line adds the signed area that it cuts from the pixels of its rows; the running
 * sum along a row is then the coverage (the method of Raph Levien's font-rs). In plain arithmetic, so
 * that every machine draws the same.
 *
 * @param scale pixels for a unit of the font
 */
export function rasterise(outline: readonly Outline[], scale: number): Coverage {
  const lines = flatten(outline, scale);
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < lines.length; at += 2) {
    const [x = 0, y = 0] = [lines[at], lines[at + 1]];
    [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
  }
  if (!(right > left)) return { left: 0, top: 0, width: 0, height: 0, alpha: new Uint8Array() };
  [left, top] = [Math.floor(left), Math.floor(top)];
  // One column more, where a row's last area falls.
  const [width, height] = [Math.ceil(right) - left + 2, Math.ceil(bottom) - top + 1];
  const areas = new Float64Array(width * height);
  for (let at = 0; at < lines.length; at += 4) {
    addLine(
      areas,
      width,
      (lines[at] ?? 0) - left,
      (lines[at + 1] ?? 0) - top,
      (lines[at + 2] ?? 0) - left,
      (lines[at + 3] ?? 0) - top,
    );
  }
  const alpha = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    let sum = 0;
    for (let at = row * width; at < (row + 1) * width; at += 1) {
      sum += areas[at] ?? 0;
      alpha[at] = Math.round(Math.min(1, Math.abs(sum)) * 255);
    }
  }
  return { left, top, width, height, alpha };
}

/** Four numbers a line: from x, y to x, y; in pixels, y downwards. */
function flatten(outline: readonly Outline[], scale: number): number[] {
  const lines: number[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const to = (nextX: number, nextY: number) => {
    lines.push(x, y, nextX, nextY);
    [x, y] = [nextX, nextY];
  };
  for (const { command, args } of outline) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args.map((value, index) => value * (index % 2 ? -scale : scale));
    if (command === 'moveTo') [x, y, startX, startY] = [a, b, a, b];
    else if (command === 'lineTo') to(a, b);
    else if (command === 'closePath') to(startX, startY);
    else {
      const cubic = command === 'bezierCurveTo';
      const [fromX, fromY] = [x, y];
      const bend = cubic ? Math.hypot(x - a - c + e, y - b - d + f) : Math.hypot(x - 2 * a + c, y - 2 * b + d);
      const steps = Math.max(1, Math.ceil(Math.sqrt(bend / FLATNESS / 2)));
      for (let step = 1; step <= steps; step += 1) {
        const t = step / steps;
        const u = 1 - t;
        if (cubic)
          to(
            u ** 3 * fromX + 3 * u * u * t * a + 3 * u * t * t * c + t ** 3 * e,
            u ** 3 * fromY + 3 * u * u * t * b + 3 * u * t * t * d + t ** 3 * f,
          );
        else to(u * u * fromX + 2 * u * t * a + t * t * c, u * u * fromY + 2 * u * t * b + t * t * d);
      }
    }
  }
  return lines;
}

function addLine(areas: Float64Array, width: number, x0: number, y0: number, x1: number, y1: number): void {
  if (y0 === y1) return;
  const sign = y0 < y1 ? 1 : -1;
  if (sign < 0) [x0, y0, x1, y1] = [x1, y1, x0, y0];
  const slope = (x1 - x0) / (y1 - y0);
  let x = x0;
  for (let row = Math.floor(y0); row < y1; row += 1) {
    const high = Math.min(row + 1, y1) - Math.max(row, y0);
    // Held between the line's ends: the slope of a line that is all but level has no bound.
    const nextX = Math.min(Math.max(x0, x1), Math.max(Math.min(x0, x1), x + slope * high));
    const covered = sign * high;
    const [low, far] = x < nextX ? [x, nextX] : [nextX, x];
    const first = Math.floor(low);
    const at = row * width + first;
    const add = (offset: number, area: number) => {
      areas[at + offset] = (areas[at + offset] ?? 0) + area;
    };
    const last = Math.ceil(far);
    if (last <= first + 1) {
      const middle = (low + far) / 2 - first;
      add(0, covered * (1 - middle));
      add(1, covered * middle);
    } else {
      // The part of the row's area right of the line, pixel by pixel.
      const perPixel = 1 / (far - low);
      const inFirst = 0.5 * perPixel * (first + 1 - low) ** 2;
      add(0, covered * inFirst);
      let before = inFirst;
      for (let pixel = first + 1; pixel < last; pixel += 1) {
        const whole = pixel === last - 1 ? 1 - 0.5 * perPixel * (far - pixel) ** 2 : perPixel * (pixel + 0.5 - low);
        add(pixel - first, covered * (whole - before));
        before = whole;
      }
      add(last - first, covered * (1 - before));
    }
    x = nextX;
  }
}
