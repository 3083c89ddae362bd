import type { Router } from 'express';
import { silentMp3, toneWav } from '../audio.js';
import type { Exchange } from '../exchange.js';
import { notFound } from './errors.js';
import { fits, pageOf } from './lists.js';
import { LIST_RECORDINGS, readParameters } from './parameters.js';
import { pathOf, recordingResource } from './resources.js';

/** The recordings of the REST API: list, read, listen (WAV unless `.mp3` is asked for), delete. */
export function recordingRoutes(exchange: Exchange, router: Router): void {
  const path = pathOf(exchange, 'Recordings');

  const list = (callSid: string | undefined, query: Record<string, unknown>, at: string) => {
    const wanted = readParameters(LIST_RECORDINGS, 'recording', query);
    const ofCall = callSid ?? wanted.CallSid;
    const found = [...exchange.recordings.values()]
      .reverse()
      .filter(
        (recording) =>
          (!ofCall || recording.callSid === ofCall) &&
          fits(recording.createdAt, wanted.DateCreated, wanted['DateCreated<'], wanted['DateCreated>']),
      );
    const show = (recording: (typeof found)[number]) => recordingResource(exchange, recording);
    return pageOf(found, wanted, { path: at, query, key: 'recordings', show });
  };

  router.get(`${path}.json`, (request, response) => {
    response.json(list(undefined, request.query, `${path}.json`));
  });

  router.get(`${pathOf(exchange, 'Calls')}/:sid/Recordings.json`, (request, response) => {
    const { sid } = request.params;
    if (!exchange.calls.has(sid)) throw notFound(request.path);
    response.json(list(sid, request.query, `${pathOf(exchange, 'Calls', sid)}/Recordings.json`));
  });

  router.get(`${path}/:file`, (request, response) => {
    const [sid = '', extension = 'wav'] = request.params.file.split('.');
    const recording = exchange.recordings.get(sid);
    if (!recording) throw notFound(request.path);
    const seconds = recording.durationSeconds;
    if (extension === 'json') response.json(recordingResource(exchange, recording));
    else if (extension === 'wav') response.type('audio/x-wav').send(toneWav(seconds));
    else if (extension === 'mp3') response.type('audio/mpeg').send(silentMp3(seconds));
    else throw notFound(request.path);
  });

  router.delete(`${path}/:sid.json`, (request, response) => {
    if (!exchange.recordings.delete(request.params.sid)) throw notFound(request.path);
    response.status(204).end();
  });
}
