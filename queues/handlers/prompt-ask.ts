import { askPrompt } from '../../src/usecases/ask-prompt.js';
import type { Payload } from '../jobs.js';
import type { HandlerDeps } from './deps.js';

/** prompt.ask: a question to a person, in writing. */
export const promptAsk = (payload: Payload<'prompt.ask'>, deps: HandlerDeps) => askPrompt(deps, payload);
