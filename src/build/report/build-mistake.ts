/** A build that can't be done for a reason that its owner can mend: the message says all, no stack is wanted. */
export class BuildMistake extends Error {
  override readonly name = 'BuildMistake';
}
