/** A file that is no export that can be read. The message is one line that says what it is and what to do. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** A part of an export that can't be read, though the rest can: the message is a clause without a full stop. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}
