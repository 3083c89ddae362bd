import type { Stores } from '../../../src/store/stores.js';
import { conversationContract } from './conversation-contract.js';
import { effectContract } from './effect-contract.js';
import { inboxContract } from './inbox-contract.js';
import { listContract } from './list-contract.js';
import { peopleContract } from './people-contract.js';
import { smallStoresContract } from './small-stores-contract.js';
import { ticketContract } from './ticket-contract.js';

/** What every implementation of the store ports must do. `open` gives stores that are empty, anew for every case. */
export function storeContract(open: () => Promise<Stores>): void {
  let stores: Stores;
  beforeEach(async () => {
    stores = await open();
  });
  const now = () => stores;
  ticketContract(now);
  listContract(now);
  effectContract(now);
  conversationContract(now);
  inboxContract(now);
  peopleContract(now);
  smallStoresContract(now);
}
