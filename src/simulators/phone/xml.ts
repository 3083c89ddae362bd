import { TelephoneProblem } from './problem.js';

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

const NAME = /[A-Za-z_][\w.-]*/y;
const SPACE = /\s*/y;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const DEEPEST = 20;

/** Twilio's code for a document that is not well-formed. */
export const DOCUMENT_PARSE_FAILURE = 12100;

/**
 * Reads one small XML document strictly: anything not well-formed, any DOCTYPE and any undeclared entity is an error, never
 * repaired. Names are not namespaced, as in TwiML.
 * @throws TelephoneProblem 12100 with the offset of the fault
 */
export function parseXml(source: string): XmlElement {
  let at = source.charCodeAt(0) === 0xfeff ? 1 : 0;

  const fail = (what: string): never => {
    throw new TelephoneProblem(DOCUMENT_PARSE_FAILURE, `Document parse failure at ${at}: ${what}`);
  };
  const sees = (text: string) => source.startsWith(text, at);
  const match = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const expect = (text: string) => {
    if (!sees(text)) fail(`expected ${text}`);
    at += text.length;
  };
  const until = (end: string): string => {
    const stop = source.indexOf(end, at);
    if (stop < 0) fail(`missing ${end}`);
    const text = source.slice(at, stop);
    at = stop + end.length;
    return text;
  };
  const name = (): string => match(NAME) || fail('expected a name');

  const decode = (text: string): string => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 forbids
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text)) fail('forbidden character');
    return text.replace(/&([^;&\s]*;?)/g, (_, entity: string) => character(entity));
  };
  const character = (entity: string): string => {
    if (!entity.endsWith(';')) return fail('bare &');
    const body = entity.slice(0, -1);
    const number = /^#(?:(\d+)|x([\da-fA-F]+))$/.exec(body);
    if (!number) return NAMED[body] ?? fail(`unknown entity &${entity}`);
    const code = number[1] ? Number.parseInt(number[1], 10) : Number.parseInt(number[2] ?? '', 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : fail('bad character reference');
  };

  const skipMisc = () => {
    for (;;) {
      match(SPACE);
      if (sees('<!--')) comment();
      else if (sees('<?')) instruction();
      else return;
    }
  };
  const comment = () => {
    at += 4;
    if (until('-->').includes('--')) fail('-- in a comment');
  };
  const instruction = () => {
    at += 2;
    until('?>');
  };

  const attributes = (): Record<string, string> => {
    const found: Record<string, string> = {};
    for (;;) {
      const gap = match(SPACE);
      if (sees('>') || sees('/>')) return found;
      if (!gap) fail('expected a space before an attribute');
      const key = name();
      if (Object.hasOwn(found, key)) fail(`attribute ${key} twice`);
      match(SPACE);
      expect('=');
      match(SPACE);
      const quote = source[at];
      if (quote !== '"' && quote !== "'") return fail('expected a quoted value');
      at += 1;
      const raw = until(quote);
      if (raw.includes('<')) fail('< in an attribute');
      found[key] = decode(raw);
    }
  };

  const content = (parent: XmlElement, depth: number) => {
    for (;;) {
      const open = source.indexOf('<', at);
      if (open < 0) fail(`${parent.name} is not closed`);
      const text = source.slice(at, open);
      if (text.includes(']]>')) fail(']]> in text');
      if (text) parent.children.push(decode(text));
      at = open;
      if (sees('</')) {
        at += 2;
        if (name() !== parent.name) fail(`${parent.name} closed by another name`);
        match(SPACE);
        return expect('>');
      }
      if (sees('<!--')) comment();
      else if (sees('<![CDATA[')) {
        at += 9;
        parent.children.push(until(']]>'));
      } else if (sees('<?')) instruction();
      else parent.children.push(element(depth + 1));
    }
  };

  const element = (depth: number): XmlElement => {
    if (depth > DEEPEST) fail('nested too deeply');
    expect('<');
    const found: XmlElement = { name: name(), attributes: attributes(), children: [] };
    if (sees('/>')) at += 2;
    else {
      expect('>');
      content(found, depth);
    }
    return found;
  };

  skipMisc();
  const root = element(1);
  skipMisc();
  if (at < source.length) fail('text after the document');
  return root;
}

/** The text inside an element and everything below it. */
export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

/** The elements directly inside; stray text between them is an error, as it would be spoken to nobody. */
export function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child): child is XmlElement => {
    if (typeof child !== 'string') return true;
    if (child.trim()) throw new TelephoneProblem(12200, `Schema validation: text directly inside <${element.name}>`);
    return false;
  });
}
