import { tz } from '@date-fns/tz';
import { format } from 'date-fns/format';

/**
 * The day of an instant in a zone.
 *
 * @param instant ISO 8601
 * @param zone    IANA name
 * @returns `YYYY-MM-DD`
 */
export function dayIn(instant: string, zone: string): string {
  // UTC is the default and ten thousand articles ask: its day stands in the instant.
  return zone === 'UTC' ? instant.slice(0, 10) : format(instant, 'yyyy-MM-dd', { in: tz(zone) });
}
