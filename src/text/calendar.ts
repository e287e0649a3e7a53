const weekdays = {
  vi: ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}

/** The name of the weekday of `2017-02-15`. */
export function weekdayOf(day: string, language: 'vi' | 'en' = 'vi'): string {
  return weekdays[language][new Date(day).getUTCDay()] ?? ''
}

/** Whether the calendar has the day `2017-02-31`. */
export function isRealDay(day: string): boolean {
  const time = Date.parse(day)
  // Date.parse takes 31 February for 3 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

/** `2017-02-15` as we write it: `15/02/2017`. */
export function slashDate(day: string): string {
  return day.split('-').reverse().join('/')
}
