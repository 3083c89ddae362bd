import fc from 'fast-check';
import { hear } from '../../../bots/dialog/hear.js';
import { detectLocale, localeWanted } from '../../../bots/dialog/locale.js';
import { bareNumber } from '../../../bots/dialog/numbers.js';
import { isComplete, mergePlaces, projectSaid } from '../../../bots/dialog/report-slots.js';
import { known } from '../../../bots/dialog/slots.js';
import { promiseTimes, visitTimes } from '../../../bots/dialog/times.js';
import type { Turn } from '../../../src/domain/conversation.js';
import { aProject, TUESDAY_TEN } from '../../support/builders.js';
import { aTalk } from './talk.js';

describe('a bare number', () => {
  it.each([
    ['1', 1],
    ['2.', 2],
    [' 3 ', 3],
    ['二', 2],
    ['两', 2],
    ['第三个', 3],
    ['选2', 2],
    ['按 4', 4],
    ['10', 10],
    ['0', 0],
    ['幺', 1],
    ['一个', 1],
    ['option 2', 2],
  ])('%s is %d', (text, number) => {
    expect(bareNumber(text)).toBe(number);
  });

  it.each(['3栋', '两点', '123', '', '1 2', '二单元', 'W-1', '2 太远了'])('%s is none', (text) => {
    expect(bareNumber(text)).toBeUndefined();
  });
});

describe('the language', () => {
  it.each([
    ['English', 'en'],
    ['in english please', 'en'],
    ['说英语', 'en'],
    ['中文', 'zh-CN'],
    ['Chinese.', 'zh-CN'],
  ])('%s asks for %s', (text, locale) => {
    expect(localeWanted(text)).toBe(locale);
  });

  it.each(['english teacher needed', '中文的说明书', '我家的english'])('%s asks for none', (text) => {
    expect(localeWanted(text)).toBeUndefined();
  });

  it.each([
    ['my sink is blocked', 'en'],
    ['hello', 'en'],
    ['WiFi坏了', 'zh-CN'],
    ['1', undefined],
    ['SM-AB12CD', undefined],
    ['W-1024', undefined],
  ])('of %s is %s', (text, locale) => {
    expect(detectLocale(text)).toBe(locale);
  });
});

describe('places', () => {
  it.each([
    [{ building: '3', room: '502' }, true],
    [{ building: '3', floor: '5' }, true],
    [{ building: '3' }, false],
    [{ room: '502' }, false],
    [{ publicArea: '大门口' }, true],
    [{ publicArea: '楼道' }, false],
    [{ publicArea: '电梯', building: '3' }, true],
  ])('%j is found by a technician: %s', (place, isFound) => {
    expect(isComplete(place)).toBe(isFound);
  });

  it('take the later word', () => {
    const home = { building: '3', unit: '2', room: '502' };
    expect(mergePlaces(home, { room: '503' })).toEqual({ building: '3', unit: '2', room: '503' });
    expect(mergePlaces(home, { building: '5', unit: '1', room: '101' })).toEqual({
      building: '5',
      unit: '1',
      room: '101',
    });
    expect(mergePlaces(home, { publicArea: '楼道' })).toEqual({ building: '3', unit: '2', publicArea: '楼道' });
    expect(mergePlaces({ publicArea: '大门口' }, { building: '3', room: '502' })).toEqual({
      building: '3',
      room: '502',
    });
    expect(mergePlaces(undefined, { room: '502' })).toEqual({ room: '502' });
  });

  it('tell the project where only one has them', () => {
    const projects = [
      aProject(),
      aProject({ id: 'tower', name: '云和大厦', nameEn: 'Yunhe Tower', buildings: ['A座', '3栋'] }),
    ];
    expect(projectSaid('', { building: 'A', room: '1203' }, projects)?.id).toBe('tower');
    expect(projectSaid('', { building: '2' }, projects)?.id).toBe('garden');
    expect(projectSaid('', { building: '3' }, projects)).toBeUndefined();
    expect(projectSaid('云和大厦3栋', { building: '3' }, projects)?.id).toBe('tower');
    expect(projectSaid('here in Splendid Garden', undefined, projects)?.id).toBe('garden');
    expect(projectSaid('', undefined, projects)).toBeUndefined();
  });
});

describe('quick times', () => {
  const at = (hour: number) => aTalk({ now: new Date(Date.UTC(2026, 2, 10, hour - 8)) });
  const starts = (hour: number) => visitTimes('visitTime', at(hour)).map(({ id }) => id.slice(5, 13));

  it('offer the parts of the day that are still to come', () => {
    expect(starts(10)).toEqual([expect.any(String), '03-10T14', '03-10T18', '03-11T08']);
    expect(starts(16)).toEqual([expect.any(String), '03-10T18', '03-11T08', '03-11T14']);
    expect(starts(22)).toEqual([expect.any(String), '03-11T08', '03-11T14']);
  });

  it('let a technician promise half an hour or an hour first', () => {
    expect(promiseTimes('visitTime', at(10)).map(({ params }) => params?.minutes)).toEqual([
      30,
      60,
      undefined,
      undefined,
    ]);
  });
});

describe('saved slots', () => {
  it('are forgotten where they do not fit', () => {
    expect(known({ what: '漏水', category: 'teleport', location: { tower: 1 }, overall: 'five', strange: 1 })).toEqual({
      what: '漏水',
    });
  });

  it('are read for any junk', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.anything()), (junk) => void known(junk)));
  });
});

describe('what is heard', () => {
  const heard = (input: Turn['input']) =>
    hear({ id: 't', conversation: 'c', channel: 'phone', at: TUESDAY_TEN, from: {}, input }, aTalk());

  it('is silence where there are only blanks', () => {
    expect(heard({ kind: 'text', text: ' \n ', isSpeech: true })).toEqual({ kind: 'silence' });
  });

  it('is words with a picture where there are both', () => {
    expect(heard({ kind: 'media', media: { id: 'm', kind: 'image' }, text: '马桶堵了' })).toMatchObject({
      kind: 'words',
      media: { id: 'm' },
    });
  });

  it('is cut where it is a novel', () => {
    const said = heard({ kind: 'text', text: '漏水'.repeat(4000), isSpeech: false });
    expect(said.kind === 'words' && said.text.length).toBe(2000);
  });

  it('is a key of the telephone', () => {
    expect(heard({ kind: 'digits', digits: '*' })).toMatchObject({ kind: 'words', key: '*' });
    expect(heard({ kind: 'digits', digits: '3' })).toMatchObject({ kind: 'words', number: 3 });
  });
});
