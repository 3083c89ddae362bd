/** What people call the bot in a group. */
export interface BotNames {
  /** Its name in WeChat, as a mention writes it. */
  account: string;
  /** Names that address it at the beginning of a message, with or without @. */
  nicknames: readonly string[];
}

/** Ordinary words of the trade that address the bot only behind an @: "上门维修多少钱" is talk among neighbours. */
const ONLY_WITH_AT = ['上门'];
const TO_EVERYBODY = /[@@](所有人|全体成员|all\b)/i;
/** WeChat puts a four-per-em space behind a mention; people type whatever they like. */
const BEHIND_A_NAME = '(?:[\\s\\u2005,,::、。.!!??~~]+|$)';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const anyOf = (names: readonly string[]): string =>
  [...names]
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|');

/**
 * What a message in a group says to the bot, without the bot's name; undefined where it is not meant for the bot.
 * @param isMentioned WeChat's own mark that the bot was mentioned, wherever in the text.
 */
export function addressedText(
  text: string,
  { account, nicknames }: BotNames,
  isMentioned: boolean,
): string | undefined {
  const withAt = anyOf([account, ...nicknames, ...ONLY_WITH_AT]);
  const mention = new RegExp(`[@@](?:${withAt})${BEHIND_A_NAME}`, 'gu');
  if (isMentioned) return TO_EVERYBODY.test(text) ? undefined : text.replace(mention, ' ').trim();
  const opening = new RegExp(`^\\s*(?:[@@](?:${withAt})|(?:${anyOf(nicknames) || '(?!)'}))${BEHIND_A_NAME}`, 'u');
  return opening.test(text) ? text.replace(opening, '').trim() : undefined;
}
