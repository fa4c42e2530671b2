import { plainDigits } from './find-dates.ts';

/** A line that is a time of day alone, as a page sets it below the date: "5 PM". */
export function isTimeAlone(line: string): boolean {
  return (
    /^\d{1,2}(?:[:.h]\d{2})?\s*(?:[ap]\.?m\.?|uhr)?(?:\s+[A-Z]{2,4})?$/iu.test(plainDigits(line)) &&
    /[:.h]\d{2}|[ap]\.?m|uhr/iu.test(line)
  );
}

/** A line that speaks of a time and names no full date: "1 day ago", "Updated Nov 19, 6:55 AM", "před 2 hodinami". */
export function isVagueDate(line: string): boolean {
  if (line.length > 80) return false;
  return (
    isTimeAlone(line.replace(/^(?:updated|published|posted)\s*(?:at|on)?:?\s*/iu, '')) ||
    /^(?:(?:last\s+)?(?:updated|published|posted|modified):?\s+)?(?:about\s+|over\s+)?(?:\d+|an?|one)\s?(?:s|m|min|mins|minutes?|h|hrs?|hours?|d|days?|w|weeks?|mo|months?|y|years?)\.?\s+ago\b/iu.test(
      line,
    ) ||
    /^(?:il y a|hace|há|vor|für|před|for|sedan|geleden|fa)\s+\d+\s+\p{L}+$/iu.test(line) ||
    /^\d+\s*(?:小时|小時|分钟|分鐘|天|時間|分|日|시간|분|일)\s*(?:前|전)$/u.test(line) ||
    /^(?:(?:last\s+)?(?:updated|published|posted|modified):?\s+)(?:(?:on|at)\s+)?(?:yesterday|today|\p{L}{3,9}\.?\s+\d{1,2}\b(?!.*(?:19|20)\d\d))/iu.test(
      line,
    )
  );
}
