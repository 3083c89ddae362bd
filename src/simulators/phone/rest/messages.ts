import type { Router } from 'express';
import type { Exchange } from '../exchange.js';
import { acceptMessage, deliver } from '../messages.js';
import { invalid, notFound } from './errors.js';
import { fits, pageOf } from './lists.js';
import { CREATE_MESSAGE, LIST_MESSAGES, readParameters } from './parameters.js';
import { messageResource, pathOf } from './resources.js';

const LONGEST_BODY = 1600;

/** The messages of the REST API: send, read, list. */
export function messageRoutes(exchange: Exchange, router: Router): void {
  const path = pathOf(exchange, 'Messages');

  router.post(`${path}.json`, (request, response) => {
    const wanted = readParameters(CREATE_MESSAGE, 'message', request.body);
    if (!exchange.settings.hotlines.includes(wanted.From))
      throw invalid("'From' is not a number of this account", 21606);
    if (wanted.Body.length > LONGEST_BODY)
      throw invalid('The concatenated message body exceeds 1600 characters', 21617);
    const message = acceptMessage(exchange, {
      from: wanted.From,
      to: wanted.To,
      body: wanted.Body,
      direction: 'outbound-api',
    });
    response.status(201).json(messageResource(exchange, message));
    void deliver(exchange, message, wanted.StatusCallback ? { url: wanted.StatusCallback, method: 'POST' } : null);
  });

  router.get(`${path}.json`, (request, response) => {
    const wanted = readParameters(LIST_MESSAGES, 'message', request.query);
    const found = [...exchange.messages.values()]
      .reverse()
      .filter(
        (message) =>
          (!wanted.To || message.to === wanted.To) &&
          (!wanted.From || message.from === wanted.From) &&
          fits(message.sentAt ?? message.createdAt, wanted.DateSent, wanted['DateSent<'], wanted['DateSent>']),
      );
    const show = (message: (typeof found)[number]) => messageResource(exchange, message);
    response.json(pageOf(found, wanted, { path: `${path}.json`, query: request.query, key: 'messages', show }));
  });

  router.get(`${path}/:sid.json`, (request, response) => {
    const message = exchange.messages.get(request.params.sid);
    if (!message) throw notFound(request.path);
    response.json(messageResource(exchange, message));
  });
}
