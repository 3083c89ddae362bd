const DIGITS = '零一二三四五六七八九';

/** Digit by digit, as room and ticket numbers are read: 1024 is 幺零二四. */
export const digitByDigit = (text: string): string =>
  text.replace(/\d/g, (digit) => (digit === '1' ? '幺' : (DIGITS[Number(digit)] ?? digit)));

/** A number below a hundred in Chinese: 12 is 十二, 2 is 二. */
export function spokenNumber(value: number): string {
  if (value < 10) return DIGITS[value] ?? '';
  if (value >= 100) return digitByDigit(String(value));
  const tens = Math.floor(value / 10);
  return `${tens === 1 ? '' : DIGITS[tens]}十${value % 10 === 0 ? '' : DIGITS[value % 10]}`;
}

/** An hour is 两点, not 二点. */
const spokenHour = (hour: number): string => (hour === 2 ? '两' : spokenNumber(hour));

/** 三栋二单元五零二: buildings are counted, rooms are read digit by digit. */
export const spokenPlace = (place: string): string =>
  place
    .replace(/(\d{1,2})(?=栋|座|单元|层|号|楼)/g, (_, number: string) => spokenNumber(Number(number)))
    .replace(/\d+/g, digitByDigit);

/** Groups of three and four, with pauses: 幺三八,零零零零,零零零幺. */
export const spokenPhone = (phone: string): string => {
  const local = phone.replace(/^\+86/, '').replace(/[^\d*]/g, '');
  return digitByDigit(local.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1,$2,$3')).replaceAll('*', '星');
};

const partOfDay = (hour: number): string => {
  if (hour < 6) return '凌晨';
  if (hour < 12) return hour < 8 ? '早上' : '上午';
  if (hour < 13) return '中午';
  return hour < 18 ? '下午' : '晚上';
};

const minutes = (minute: number): string => {
  if (minute === 0) return '';
  if (minute === 30) return '半';
  return minute < 10 ? `零${spokenNumber(minute)}分` : `${spokenNumber(minute)}分`;
};

/** 下午两点半; `before` is the part of the day already named. */
export function spokenTime(hour: number, minute: number, before?: number): string {
  // 上午八点到十二点, 下午两点到六点: the end of a part of the day still belongs to it.
  const ending = minute === 0 && (hour === 12 || hour === 18) ? hour - 1 : hour;
  const isNamed = before !== undefined && [hour, ending].map(partOfDay).includes(partOfDay(before));
  const part = isNamed ? '' : partOfDay(hour);
  return `${part}${spokenHour(hour > 12 ? hour - 12 : hour)}点${minutes(minute)}`;
}

/** 十一月二十四号 */
export const spokenDate = (month: number, day: number): string => `${spokenNumber(month)}月${spokenNumber(day)}号`;
