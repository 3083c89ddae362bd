import type { Router } from 'express';
import type { Exchange, Line } from '../exchange.js';
import { endCall, openLine } from '../lines.js';
import { type OutboundPlan, placeCall } from '../outbound.js';
import { redirectCall } from '../script.js';
import type { Source } from '../types.js';
import { invalid, notFound } from './errors.js';
import { fits, pageOf } from './lists.js';
import { CREATE_CALL, LIST_CALLS, readParameters, UPDATE_CALL } from './parameters.js';
import { callResource, pathOf } from './resources.js';

interface DocumentParameters {
  Url?: string | undefined;
  Twiml?: string | undefined;
  Method: 'GET' | 'POST';
}

const sourceOf = ({ Url, Twiml, Method }: DocumentParameters): Source =>
  Twiml === undefined ? { url: Url ?? '', method: Method, params: {} } : { twiml: Twiml };

/** The calls of the REST API: place, read, list, change. */
export function callRoutes(exchange: Exchange, router: Router): void {
  const path = pathOf(exchange, 'Calls');

  router.post(`${path}.json`, (request, response) => {
    const wanted = readParameters(CREATE_CALL, 'call', request.body);
    if (!exchange.settings.hotlines.includes(wanted.From))
      throw invalid("'From' is not a number of this account", 21210);
    const callback = wanted.StatusCallback
      ? {
          url: wanted.StatusCallback,
          method: wanted.StatusCallbackMethod,
          events: new Set<string>(wanted.StatusCallbackEvent),
        }
      : null;
    const line = openLine(exchange, { from: wanted.From, to: wanted.To, direction: 'outbound-api', callback });
    response.status(201).json(callResource(exchange, line.call));
    void placeCall(exchange, line, planOf(wanted));
  });

  router.get(`${path}.json`, (request, response) => {
    const wanted = readParameters(LIST_CALLS, 'call', request.query);
    const found = [...exchange.calls.values()]
      .reverse()
      .filter(
        (call) =>
          (!wanted.To || call.to === wanted.To) &&
          (!wanted.From || call.from === wanted.From) &&
          (!wanted.Status || call.status === wanted.Status) &&
          (!wanted.ParentCallSid || call.parentCallSid === wanted.ParentCallSid) &&
          fits(call.startedAt, wanted.StartTime, wanted['StartTime<'], wanted['StartTime>']) &&
          fits(call.endedAt, wanted.EndTime, wanted['EndTime<'], wanted['EndTime>']),
      );
    const show = (call: (typeof found)[number]) => callResource(exchange, call);
    response.json(pageOf(found, wanted, { path: `${path}.json`, query: request.query, key: 'calls', show }));
  });

  router.get(`${path}/:sid.json`, (request, response) => {
    const call = exchange.calls.get(request.params.sid);
    if (!call) throw notFound(request.path);
    response.json(callResource(exchange, call));
  });

  router.post(`${path}/:sid.json`, (request, response) => {
    const call = exchange.calls.get(request.params.sid);
    if (!call) throw notFound(request.path);
    const wanted = readParameters(UPDATE_CALL, 'call', request.body);
    change(exchange, exchange.live.get(call.sid), wanted);
    response.json(callResource(exchange, call));
  });
}

function planOf(wanted: ReturnType<typeof CREATE_CALL.parse>): OutboundPlan {
  return {
    source: sourceOf(wanted),
    ...(wanted.FallbackUrl ? { fallback: { url: wanted.FallbackUrl, method: wanted.FallbackMethod, params: {} } } : {}),
    ringSeconds: wanted.Timeout,
    limitSeconds: wanted.TimeLimit,
    detectMachine: wanted.MachineDetection ?? null,
    asyncDetection:
      wanted.AsyncAmd && wanted.AsyncAmdStatusCallback
        ? { url: wanted.AsyncAmdStatusCallback, method: wanted.AsyncAmdStatusCallbackMethod }
        : null,
    isRecorded: wanted.Record,
    recordingCallback: wanted.RecordingStatusCallback
      ? { url: wanted.RecordingStatusCallback, method: wanted.RecordingStatusCallbackMethod }
      : null,
  };
}

/** Ends a call, gives it up, or takes it to another document; each only in the states that Twilio allows. */
function change(exchange: Exchange, line: Line | undefined, wanted: ReturnType<typeof UPDATE_CALL.parse>): void {
  const isAnswered = line?.call.status === 'in-progress';
  if (wanted.Status === 'canceled') {
    if (line && !isAnswered) endCall(exchange, line, 'canceled');
  } else if (wanted.Status === 'completed') {
    if (line) endCall(exchange, line, isAnswered ? 'completed' : 'canceled');
  } else if (wanted.Url !== undefined || wanted.Twiml !== undefined) {
    if (!line || !isAnswered) throw invalid('Call is not in-progress. Cannot redirect.', 21220);
    redirectCall(exchange, line, sourceOf(wanted));
  } else throw invalid('Nothing to change: give Url, Twiml or Status');
}
