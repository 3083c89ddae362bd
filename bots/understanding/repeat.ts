const AGAIN = '(?:又|还是?|再次?|仍然?|依然|照样)';
const FAULT = '(?:漏|坏|堵|不|没|掉|跳|渗|反|返|响|停|臭|松|闪|滴|裂|出问题|犯|这样|开始|来了)';

/** Signs that the same fault was repaired before. */
const REPEAT = new RegExp(
  [
    `(?:上次|上个?月|上周|前几天|前天|昨天|去年|之前|以前|刚刚?|才|来|师傅|你们|[一两三四五六几\\d]次)[^,]{0,6}(?:修|弄|换|通|处理|维修|疏通|搞)(?:过|好|了|完)[^?]{0,12}${AGAIN}`,
    `(?:修|弄|换|通|处理|搞)(?:过|好|完|了)(?:的|了|没|没几天|之后|以后|才|不到|[一两三四几\\d])?[^?]{0,10}${AGAIN}[^,]{0,4}${FAULT}`,
    `(?<!又.{1,2})又${FAULT}(?!用|要|想|来|[^,]{0,2}又)`,
    `第[二三四五六2-9]次(?:漏|坏|堵|报|修|来|出|了)?`,
    `(?:老|总|经常|反复|三天两头|隔三差五|动不动)(?:是|就)?(?:漏|坏|堵|跳|停|出问题|修)`,
    `(?:没|沒)(?:有)?(?:修|弄|处理|搞|通)好|修了(?:跟|和)?没修|返修|老(?:毛病|问题)|(?:broke|leak\\w*|clog\\w*|block\\w*|broken|stopped) again|again (?:leak|broken|clog)|same (?:problem|issue) again|fixed (?:\\w+ ){0,4}(?:but|again)`,
  ].join('|'),
);

/** Whether a fault came back after a repair ("上次修过的又漏了"). */
export function isRepeat(text: string): boolean {
  return REPEAT.test(text);
}
