/**
 * A process of its own on a shared store, told by its first argument where the store is and by its second what to do.
 * Prints a line when it is open and begins at the first line on its input, so that several begin at once.
 */
import { once } from 'node:events';
import { openStore, type StorePlace } from '../../adapters/store/index.ts';
import type { Store } from '../../src/ports/store.ts';
import { deliveryKey, inbound, moment } from './store-rows.ts';

const [place, job] = process.argv.slice(2);
const store = await openStore(JSON.parse(place ?? '') as StorePlace);
console.log('open');
await once(process.stdin, 'data');
await (job === 'write' ? writeForEver(store) : race(store));
await store.close();
process.exit();

/** Tries to win each of 40 messages, 40 slots and whatever lapsed messages there are. */
async function race(store: Store): Promise<void> {
  const won = { received: 0, claimed: 0, taken: [] as string[] };
  for (let n = 0; n < 40; n += 1) {
    if ((await store.receive(inbound(`raced-${n}`), moment(60))) === 'new') won.received += 1;
    if ((await store.claim(deliveryKey(n), moment(0), moment(60))) === 'claimed') won.claimed += 1;
    const lapsed = await store.takeLapsed(moment(0), moment(60), 1);
    won.taken.push(...lapsed.map((message) => message.messageId));
  }
  console.log(JSON.stringify(won));
}

/** Receives message after message and prints the number of each once it is stored. */
async function writeForEver(store: Store): Promise<void> {
  for (let n = 0; ; n += 1) {
    await store.receive(inbound(`written-${n}`), moment(60));
    process.stdout.write(`${n}\n`);
  }
}
