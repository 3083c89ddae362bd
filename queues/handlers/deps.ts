import type { AskPromptDeps } from '../../src/usecases/ask-prompt.js';
import type { Deps } from '../../src/usecases/deps.js';
import type { PlaceCallDeps } from '../../src/usecases/place-call.js';
import type { SendMessageDeps } from '../../src/usecases/send-message.js';
import type { Queues } from '../queues.js';

/** Everything that the handlers together need. */
export type HandlerDeps = Deps &
  SendMessageDeps &
  PlaceCallDeps &
  AskPromptDeps & { queues: Queues; sweep: (options: { isFull?: boolean }) => Promise<void> };
