import { placeCall } from '../../src/usecases/place-call.js';
import type { Payload } from '../jobs.js';
import type { HandlerDeps } from './deps.js';

/** call.place: rings a person. */
export const callPlace = (payload: Payload<'call.place'>, deps: HandlerDeps) => placeCall(deps, payload);
