import type { z } from 'zod';
import { TelephoneProblem } from '../problem.js';
import { elementsOf, textOf, type XmlElement } from '../xml.js';
import { MESSAGE } from './attributes.js';
import { readAttributes, responseElements, SCHEMA_VALIDATION } from './voice.js';

export type Reply = { body: string } & z.output<typeof MESSAGE>;

function bodyOf(element: XmlElement): string {
  if (element.children.every((child) => typeof child === 'string')) return textOf(element);
  const children = elementsOf(element);
  const stranger = children.find((child) => child.name !== 'Body');
  if (stranger) throw new TelephoneProblem(SCHEMA_VALIDATION, `Schema validation: <${stranger.name}> inside <Message>`);
  return children.map(textOf).join('');
}

/**
 * Reads the answer to an incoming SMS: any number of `<Message>`, each sent back.
 * @throws TelephoneProblem 12100 or 12200
 */
export function parseMessagingTwiml(xml: string): Reply[] {
  return responseElements(xml).map((element) => {
    if (element.name !== 'Message')
      throw new TelephoneProblem(
        SCHEMA_VALIDATION,
        `Schema validation: <${element.name}> is not a verb of this network`,
      );
    const body = bodyOf(element).trim();
    if (!body) throw new TelephoneProblem(14103, 'Message has no body');
    return { body, ...readAttributes(MESSAGE, element) };
  });
}
