import { storeContract } from '../integration/store/contract.js';
import { memoryStores } from '../support/memory-stores.js';

describe('stores in memory', () => {
  storeContract(async () => memoryStores());
});
