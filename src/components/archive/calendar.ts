/**
 * The weeks of a month, as rows of a calendar: seven places each, null where the place belongs to
 * another month.
 * @param month 1 to 12, of the Gregorian calendar
 * @param first day that begins the week, 0 for Sunday
 */
export function weeks(year: number, month: number, first: number): (number | null)[][] {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() - first + 7) % 7;
  const rows = Math.ceil((before + days) / 7);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: 7 }, (_, column) => {
      const day = row * 7 + column - before + 1;
      return day >= 1 && day <= days ? day : null;
    }),
  );
}
