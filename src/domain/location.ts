import { z } from 'zod';

const part = z.string().trim().min(1).max(20);

/**
 * Where a visit goes (地点): numbers and letters without their measure words (`building: '3'`, not `3栋`);
 * `floor` is negative below ground; `publicArea` (公共区域) is the resident's own word for the place.
 */
export const locationSchema = z.strictObject({
  building: part.optional(),
  unit: part.optional(),
  floor: part.optional(),
  room: part.optional(),
  publicArea: z.string().trim().min(1).max(40).optional(),
});
export type Location = z.infer<typeof locationSchema>;

const isPlain = (value: string) => /^[\w-]+$/.test(value);

function inChinese({ building, unit, floor, room, publicArea }: Location): string {
  const storey = floor?.startsWith('-') ? `负${floor.slice(1)}层` : `${floor}层`;
  return [
    building &&
      (/^[A-Z]$/.test(building) || !isPlain(building) ? `${building}座` : `${building}栋`).replace(/座座$/, '座'),
    unit && `${unit}单元`,
    floor && storey,
    room,
    publicArea,
  ]
    .filter(Boolean)
    .join('');
}

function inEnglish({ building, unit, floor, room, publicArea }: Location): string {
  return [
    building && `Building ${building}`,
    unit && `Unit ${unit}`,
    floor && `Floor ${floor}`,
    room && `Room ${room}`,
    publicArea,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Writes a place for people: `3栋2单元502`, `Building 3, Unit 2, Room 502`; an empty place is an empty string. */
export function formatLocation(location: Location, locale: 'zh-CN' | 'en'): string {
  return locale === 'en' ? inEnglish(location) : inChinese(location);
}
