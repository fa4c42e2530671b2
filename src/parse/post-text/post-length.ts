/** The longest that X let a post be, and how it counts. */

/** X's limit of length on a day: 140 signs, and 280 from the trial of September 2017 on. */
export function limitOn(day: string | null): number {
  return day !== null && day < '2017-09-26' ? 140 : 280;
}

/**
 * Length as X counts it ("Counting characters", X developer documentation): a link is 23, East Asian signs and emoji
 * are 2; the mentions that open a reply and the media link at the end are free.
 */
export function postLength(text: string): number {
  const body = text
    .replace(/^(?:@\w{1,15}\s+)+/u, '')
    .replace(/(?:\s*(?:https?:\/\/t\.co\/\w+|pic\.twitter\.com\/\w+))+\s*$/u, '');
  let length = 0;
  for (const part of body.split(/(https?:\/\/\S+|pic\.twitter\.com\/\w+)/u)) {
    if (/^(?:https?:|pic\.)/.test(part)) length += 23;
    else if (!/[\u1100-\uffff]/.test(part)) length += part.length;
    else {
      const signs = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(part)
        ? part.replace(/\p{RGI_Emoji}/gv, '日')
        : part;
      for (const sign of signs) length += /[\u1100-\u11ff\u2e80-\uffef]/u.test(sign) ? 2 : 1;
    }
  }
  return length;
}
