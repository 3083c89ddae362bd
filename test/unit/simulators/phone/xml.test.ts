import fc from 'fast-check';
import twilio from 'twilio';
import { parseXml, textOf, type XmlElement } from '../../../../src/simulators/phone/xml.js';

const name = fc.stringMatching(/^[A-Za-z_][\w.-]{0,8}$/);
/** Text that XML 1.0 may hold; carriage returns would be turned into line feeds. */
const text = fc
  .string({ unit: 'grapheme' })
  .filter((value) => /^[\t\n\u0020-\ud7ff\u{10000}-\u{10ffff}]*$/u.test(value));
const tree: fc.Arbitrary<XmlElement> = fc.letrec<{ element: XmlElement }>((tie) => ({
  element: fc.record({
    name,
    attributes: fc.dictionary(name, text, { maxKeys: 3, noNullPrototype: true }),
    children: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.constant<XmlElement['children']>([]),
      fc.array<XmlElement['children'][number]>(tie('element'), { maxLength: 3 }),
      text.map((words): XmlElement['children'] => (words ? [words] : [])),
    ),
  }),
})).element;

const escaped = (value: string) => value.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
const write = (element: XmlElement | string): string => {
  if (typeof element === 'string') return escaped(element);
  const attributes = Object.entries(element.attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${element.name}${attributes.join('')}>${element.children.map(write).join('')}</${element.name}>`;
};

describe('the XML reader', () => {
  it('reads back whatever was written', () => {
    fc.assert(
      fc.property(tree, (element) => {
        expect(parseXml(`<?xml version="1.0"?><!-- c -->${write(element)}\n`)).toEqual(element);
      }),
    );
  });

  it('reads what Twilio’s own builder writes', () => {
    fc.assert(
      fc.property(
        text.filter((words) => words.trim() !== ''),
        (words) => {
          const document = new twilio.twiml.VoiceResponse();
          document.say({ language: 'zh-CN' }, words);
          expect(textOf(parseXml(document.toString()))).toBe(words);
        },
      ),
    );
  });

  it('reads entities, character references, CDATA and comments', () => {
    expect(textOf(parseXml('<a>&lt;&#28431;&#x6c34;&gt;<![CDATA[<&>]]><!-- no --> &amp;</a>'))).toBe('<漏水><&> &');
    expect(parseXml('\ufeff<a b=\'1\'  c = "2"/>').attributes).toEqual({ b: '1', c: '2' });
  });

  it.each([
    ['', 'nothing'],
    ['text', 'no element'],
    ['<a>', 'an open element'],
    ['<a></b>', 'another name at the end'],
    ['<a/><b/>', 'two roots'],
    ['<a/>text', 'text after the root'],
    ['<a b=1/>', 'an unquoted attribute'],
    ['<a b="1" b="2"/>', 'an attribute twice'],
    ['<a b="1"c="2"/>', 'no space between attributes'],
    ['<a b="<"/>', 'a < in an attribute'],
    ['<a>&nbsp;</a>', 'an unknown entity'],
    ['<a>a & b</a>', 'a bare &'],
    ['<a>&#0;</a>', 'a forbidden character reference'],
    ['<a>\u0000</a>', 'a forbidden character'],
    ['<a>]]></a>', 'the end of a CDATA section'],
    ['<!DOCTYPE a><a/>', 'a document type'],
    ['<a><!-- -- --></a>', '-- in a comment'],
    ['<a><![CDATA[x</a>', 'an open CDATA section'],
    ['<a>'.repeat(30) + '</a>'.repeat(30), 'too deep a nest'],
  ])('refuses %j: %s', (source) => {
    expect(() => parseXml(source)).toThrow(expect.objectContaining({ code: 12100 }));
  });

  it('never fails by anything but its own error', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '</',
      '/>',
      'a',
      ' b="1"',
      '&',
      '&amp;',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      '漏',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        try {
          parseXml(parts.join(''));
        } catch (error) {
          expect(error).toMatchObject({ code: 12100 });
        }
      }),
    );
  });
});
