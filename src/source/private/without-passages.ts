import type { Passage } from './private-notes.ts';

/** A text from which passages were taken. Its lines are those of the former text, some of them shorter or empty. */
export interface Shortened {
  text: string;
  /** The column (from 1) that a place had in the former text; lines count from 1. */
  columnOf(line: number, column: number): number;
}

/** What Markdown is read with in the place of passages, so that it is parted as it was. Taken out again afterwards. */
export interface StandIns {
  /** For an HTML comment. */
  comment: string;
  /** For the lines that a passage within a paragraph leaves empty: they do not end it. */
  line: string;
}

/** Takes passages out of a text; line breaks within them stay. */
export function withoutPassages(text: string, passages: readonly Passage[], standIns?: StandIns): Shortened {
  if (passages.length === 0) return { text, columnOf: (_, column) => column };
  const cut = new Cut(text, standIns);
  for (const passage of passages) cut.take(passage);
  return cut.end();
}

/** What is left on a line behind the end of a passage: columns from 0, where it stands now and where it stood. */
interface Piece {
  now: number;
  was: number;
}

class Cut {
  readonly #text: string;
  readonly #standIns: StandIns | undefined;
  readonly #lines: string[] = [''];
  readonly #pieces: Piece[][] = [[{ now: 0, was: 0 }]];
  /** Lines that a passage within a paragraph reaches over. */
  readonly #inside = new Set<number>();
  /** Up to here the text has been read; where its line begins. */
  #at = 0;
  #lineStart = 0;

  constructor(text: string, standIns: StandIns | undefined) {
    this.#text = text;
    this.#standIns = standIns;
  }

  take({ from, to }: Passage): void {
    this.#keep(from);
    const broken = this.#text.slice(from, to).split('\n');
    const opened = this.#line;
    const isWithin = hasWords(opened) && !broken.some((line) => line.trim() === '');
    const standIn = this.#standIns && this.#text.startsWith('<!--', from) ? this.#standIns.comment : '';
    const isOver = broken.length > 1;
    if (isWithin && isOver) this.#line = opened.trimEnd() + standIn;
    for (let more = 1; more < broken.length; more++) {
      if (isWithin) this.#inside.add(this.#lines.length);
      this.#lines.push('');
      this.#pieces.push([]);
    }
    this.#at = to;
    if (isOver) this.#lineStart = this.#text.lastIndexOf('\n', to - 1) + 1;
    const isInPlace = standIn !== '' && !(isWithin && isOver);
    // A comment at a line's beginning opens raw HTML, in which blanks count.
    if (!isInPlace || hasWords(this.#line)) this.#close();
    if (isInPlace) this.#line += standIn;
    this.#pieces.at(-1)?.push({ now: this.#line.length, was: this.#at - this.#lineStart });
  }

  end(): Shortened {
    this.#keep(this.#text.length);
    const lines = [...this.#lines];
    const pieces = this.#pieces;
    if (this.#standIns)
      for (let index = lines.length - 2; index > 0; index--)
        if (this.#inside.has(index) && lines[index] === '' && lines[index + 1] !== '')
          lines[index] = this.#standIns.line;
    return {
      text: lines.join('\n'),
      columnOf(line, column) {
        const piece = pieces[line - 1]?.findLast(({ now }) => now < column);
        return piece ? piece.was + column - piece.now : column;
      },
    };
  }

  /** Two blanks around a passage become one; none stays at a line's beginning or end. */
  #close(): void {
    const text = this.#text;
    if (this.#line === '' || /[ \t]$/.test(this.#line))
      while (text[this.#at] === ' ' || text[this.#at] === '\t') this.#at++;
    const isLast = this.#at === text.length || text[this.#at] === '\n';
    if (isLast && hasWords(this.#line)) this.#line = this.#line.trimEnd();
  }

  #keep(to: number): void {
    const text = this.#text;
    for (;;) {
      const end = text.indexOf('\n', this.#at);
      if (end < 0 || end >= to) break;
      this.#line += text.slice(this.#at, end);
      this.#at = this.#lineStart = end + 1;
      this.#lines.push('');
      this.#pieces.push([{ now: 0, was: 0 }]);
    }
    this.#line += text.slice(this.#at, to);
    this.#at = to;
  }

  get #line(): string {
    return this.#lines.at(-1) ?? '';
  }

  set #line(line: string) {
    this.#lines[this.#lines.length - 1] = line;
  }
}

/** Whether a line has more than the marks of a quotation or a list. */
const hasWords = (line: string): boolean => /[^\s>*+\d.)-]/.test(line);
