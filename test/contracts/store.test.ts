import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openStore, type StorePlace } from '../../adapters/store/index.ts';
import { openDatabase } from '../../adapters/store/sqlite-engines.ts';
import type { ConversationKey, Memory, PersonKey } from '../../src/domain/conversation.ts';
import type { SubscriptionId } from '../../src/domain/digest.ts';
import type { ItemId, PlanId } from '../../src/domain/model.ts';
import { EVERYTHING } from '../../src/domain/scope.ts';
import type { Store } from '../../src/ports/store.ts';
import { build, type Built } from '../doubles/built.ts';
import { startPostgres, type Postgres } from '../doubles/postgres.ts';
import { CHANNEL, deliveryKey, inbound, moment, PERSON, subscription } from '../doubles/store-rows.ts';

const THREAD = `${CHANNEL}:t1` as ConversationKey;
const ELSEWHERE = 'teams:a:19' as ConversationKey;
const SOMEBODY_ELSE = 'slack:T1:U2' as PersonKey;
const PLAN = 'mhwp' as PlanId;
const MEMORY: Memory = {
  items: ['mhwp/action-4.2', 'mhwp/action-4.3'] as ItemId[],
  shown: 2,
  plan: PLAN,
  locale: 'cy',
  last: { kind: 'topic', words: 'sgiliau digidol — “ŵ”', scope: EVERYTHING, aspect: 'overview' },
};
const WEEKLY = 'weekly' as SubscriptionId;

let postgres: Postgres;
let built: Built;
let folder: string;
let files = 0;
const opened: Store[] = [];
const cleanUps: (() => Promise<void>)[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workforce-plan-store-'));
  cleanUps.push(() => rm(folder, { recursive: true, force: true }));
  postgres = await startPostgres();
  cleanUps.push(postgres.stop);
  const doubles = ['test/doubles/store-process.ts', 'test/doubles/store-rows.ts'];
  built = await build(['src/domain', 'src/ports', 'adapters/store', ...doubles]);
  cleanUps.push(built.remove);
});

afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
});

afterAll(async () => {
  await Promise.all(cleanUps.map((cleanUp) => cleanUp()));
});

const inMemory = async (): Promise<StorePlace> => ({ kind: 'sqlite', path: ':memory:' });
const newPath = (): string => join(folder, `new-${(files += 1)}`, 'bot.db');
const onDisk = async (): Promise<StorePlace> => ({ kind: 'sqlite', path: newPath() });
const thrownAway = async (): Promise<StorePlace> => ({ kind: 'sqlite', path: newPath(), durable: false });
const onPostgres = async (): Promise<StorePlace> => ({ kind: 'postgres', url: await postgres.newAddress() });

async function open(place: StorePlace): Promise<Store> {
  const store = await openStore(place);
  opened.push(store);
  return store;
}

describe.each([
  { engine: 'SQLite in memory', newPlace: inMemory },
  { engine: 'SQLite on disk', newPlace: onDisk },
  { engine: 'SQLite in a file that is thrown away', newPlace: thrownAway },
  { engine: 'PostgreSQL', newPlace: onPostgres },
])('a store in $engine', ({ newPlace }) => {
  let store: Store;
  beforeEach(async () => {
    store = await open(await newPlace());
  });

  describe('a message that arrives', () => {
    it('is new once and a repeat ever after, by its event id or by its conversation and message id', async () => {
      const first = inbound('a');

      expect(await store.receive(first, moment(60))).toBe('new');
      expect(await store.receive(first, moment(60))).toBe('repeat');
      expect(await store.receive({ ...first, eventId: 'second event' }, moment(60))).toBe('repeat');
      expect(await store.receive({ ...first, messageId: 'other', conversation: ELSEWHERE }, moment(60))).toBe(
        'repeat',
      );
      expect(
        await store.receive(inbound('b', { messageId: 'message-a', conversation: ELSEWHERE }), moment(60)),
      ).toBe('new');
    });

    it('stays a repeat once settled, and lapsed', async () => {
      await store.receive(inbound('a'), moment(60));
      await store.settle(inbound('a'));

      expect(await store.receive(inbound('a'), moment(9000))).toBe('repeat');
      expect(await store.takeLapsed(moment(8000), moment(9000), 10)).toEqual([]);
    });

    it('is handed out again whole when its lease has lapsed, and not a moment before', async () => {
      const message = inbound('a', { direct: true, clearance: 'staff' });
      await store.receive(message, moment(60));

      expect(await store.takeLapsed(moment(59.999), moment(120), 10)).toEqual([]);
      expect(await store.takeLapsed(moment(60), moment(120), 10)).toEqual([message]);
      expect(await store.takeLapsed(moment(60), moment(120), 10)).toEqual([]);
      expect(await store.takeLapsed(moment(120), moment(180), 10)).toEqual([message]);
    });

    it('keeps a prolonged lease', async () => {
      await store.receive(inbound('a'), moment(60));
      await store.renew(inbound('a'), moment(600));

      expect(await store.takeLapsed(moment(599), moment(700), 10)).toEqual([]);
      expect(await store.takeLapsed(moment(600), moment(700), 10)).toHaveLength(1);
    });

    it('comes out oldest first and no more at a time than asked for', async () => {
      const late = inbound('a', { received: moment(30) });
      const early = inbound('b', { received: moment(10) });
      const middle = inbound('c', { received: moment(20) });
      for (const message of [late, early, middle]) await store.receive(message, moment(60));

      expect(await store.takeLapsed(moment(90), moment(120), 2)).toEqual([early, middle]);
      expect(await store.takeLapsed(moment(90), moment(120), 2)).toEqual([late]);
    });
  });

  describe('what is known of a person when a message arrives', () => {
    it('is nothing at first', async () => {
      expect(await store.recall(THREAD, CHANNEL, PERSON, moment(0))).toEqual({});
    });

    it('is the wish whatever the conversation, the plan of the place and the memory of the conversation', async () => {
      await store.recordWish(PERSON, ['en']);
      await store.recordWish(PERSON, ['cy', 'en']);
      await store.setDefaultPlan(CHANNEL, 'other' as PlanId);
      await store.setDefaultPlan(CHANNEL, PLAN);
      await store.remember(THREAD, PERSON, { items: [], shown: 0 }, moment(60));
      await store.remember(THREAD, PERSON, MEMORY, moment(60));

      const known = { wish: ['cy', 'en'], defaultPlan: PLAN, memory: MEMORY };
      expect(await store.recall(THREAD, CHANNEL, PERSON, moment(0))).toEqual(known);
      expect(await store.recall(ELSEWHERE, ELSEWHERE, PERSON, moment(0))).toEqual({ wish: ['cy', 'en'] });
      expect(await store.recall(THREAD, CHANNEL, SOMEBODY_ELSE, moment(0))).toEqual({ defaultPlan: PLAN });
    });

    it('has no memory that has expired, nor one that was to be forgotten', async () => {
      await store.remember(THREAD, PERSON, MEMORY, moment(60));
      await store.remember(ELSEWHERE, PERSON, MEMORY, moment(600));
      await store.forget(ELSEWHERE, PERSON);

      expect(await store.recall(THREAD, CHANNEL, PERSON, moment(59))).toEqual({ memory: MEMORY });
      expect(await store.recall(THREAD, CHANNEL, PERSON, moment(60))).toEqual({});
      expect(await store.recall(ELSEWHERE, ELSEWHERE, PERSON, moment(0))).toEqual({});
    });

    it('has no default plan once that is taken away', async () => {
      await store.setDefaultPlan(CHANNEL, PLAN);
      await store.setDefaultPlan(CHANNEL, undefined);

      expect(await store.recall(THREAD, CHANNEL, PERSON, moment(0))).toEqual({});
    });
  });

  describe('how a channel reaches a conversation again', () => {
    it('is unknown until remembered, and then the newest record', async () => {
      expect(await store.destination(CHANNEL)).toBeUndefined();

      await store.rememberDestination(CHANNEL, { team: 'T1' }, moment(0));
      await store.rememberDestination(
        CHANNEL,
        { team: 'T1', url: 'https://example.org/ŵ', tries: [1] },
        moment(1),
      );

      expect(await store.destination(CHANNEL)).toEqual({
        team: 'T1',
        url: 'https://example.org/ŵ',
        tries: [1],
      });
    });
  });

  describe('subscriptions', () => {
    it('come back whole, the active ones oldest first', async () => {
      const newer = subscription('newer', {
        since: moment(60),
        scope: { plans: [PLAN], filter: { overdue: true } },
      });
      const older = subscription('older', { since: moment(-60), personal: true });
      const stopped = subscription('stopped', { state: 'stopped' });
      const unreachable = subscription('unreachable', { state: 'unreachable' });
      for (const one of [newer, older, stopped, unreachable]) await store.saveSubscription(one);

      expect(await store.activeSubscriptions()).toEqual([older, newer]);
    });

    it('are replaced by id', async () => {
      await store.saveSubscription(subscription('a'));
      const changed = subscription('a', { locales: ['cy'], conversation: ELSEWHERE });
      await store.saveSubscription(changed);

      expect(await store.activeSubscriptions()).toEqual([changed]);
      expect(await store.subscriptionsOf(CHANNEL, PERSON)).toEqual([]);
      expect(await store.subscriptionsOf(ELSEWHERE, PERSON)).toEqual([changed]);
    });

    it('of a place are shown to all there, personal ones to their person alone, stopped ones to nobody', async () => {
      const shared = subscription('1 shared', { person: SOMEBODY_ELSE });
      const unreachable = subscription('2 unreachable', { state: 'unreachable' });
      const mine = subscription('3 mine', { personal: true });
      const theirs = subscription('4 theirs', { personal: true, person: SOMEBODY_ELSE });
      const stopped = subscription('5 stopped', { state: 'stopped' });
      const elsewhere = subscription('6 elsewhere', { conversation: ELSEWHERE });
      for (const one of [shared, unreachable, mine, theirs, stopped, elsewhere])
        await store.saveSubscription(one);

      expect(await store.subscriptionsOf(CHANNEL, PERSON)).toEqual([shared, unreachable, mine]);
      expect(await store.subscriptionsOf(CHANNEL, SOMEBODY_ELSE)).toEqual([shared, unreachable, theirs]);
      expect(await store.subscriptionsOf(ELSEWHERE, SOMEBODY_ELSE)).toEqual([theirs, elsewhere]);
    });
  });

  describe('the delivery of a digest', () => {
    it('is claimed by one, held for the others, and taken over when the lease has lapsed', async () => {
      expect(await store.claim(deliveryKey(1), moment(0), moment(60))).toBe('claimed');
      expect(await store.claim(deliveryKey(1), moment(0), moment(60))).toBe('held');
      expect(await store.claim(deliveryKey(1), moment(59), moment(99))).toBe('held');
      expect(await store.claim(deliveryKey(1), moment(60), moment(120))).toBe('claimed');
      expect(await store.claim(deliveryKey(1), moment(61), moment(121))).toBe('held');
      expect(await store.claim(deliveryKey(2), moment(0), moment(60))).toBe('claimed');
    });

    it.each([
      { state: 'sent', messageId: '1763888400.000100' } as const,
      { state: 'skipped', detail: 'too late' } as const,
      { state: 'abandoned', detail: 'gone' } as const,
    ])('is never claimed again once $state', async (outcome) => {
      await store.claim(deliveryKey(1), moment(0), moment(60));
      await store.settleDelivery(deliveryKey(1), outcome, moment(1));

      expect(await store.claim(deliveryKey(1), moment(2), moment(60))).toBe('settled');
      expect(await store.claim(deliveryKey(1), moment(9000), moment(9060))).toBe('settled');
    });

    it('waits for the moment of the retry and is then free, whatever the lease was', async () => {
      await store.claim(deliveryKey(1), moment(0), moment(600));
      const retry = { state: 'retry', notBefore: moment(30), detail: '429' } as const;
      await store.settleDelivery(deliveryKey(1), retry, moment(1));

      expect(await store.claim(deliveryKey(1), moment(29), moment(600))).toBe('held');
      expect(await store.claim(deliveryKey(1), moment(30), moment(600))).toBe('claimed');
      expect(await store.claim(deliveryKey(1), moment(31), moment(600))).toBe('held');
    });

    it('is not opened again by a holder that settles late, and a post that went out is always recorded', async () => {
      await store.claim(deliveryKey(1), moment(0), moment(60));
      await store.settleDelivery(deliveryKey(1), { state: 'sent', messageId: 'm' }, moment(61));
      await store.settleDelivery(
        deliveryKey(1),
        { state: 'retry', notBefore: moment(70), detail: '' },
        moment(62),
      );
      await store.settleDelivery(deliveryKey(2), { state: 'abandoned', detail: '' }, moment(61));
      await store.settleDelivery(deliveryKey(2), { state: 'sent', messageId: 'm' }, moment(62));

      expect(await store.claim(deliveryKey(1), moment(99), moment(120))).toBe('settled');
      expect(await store.lastSent(WEEKLY)).toBe(deliveryKey(2).slot);
    });

    it('was last made at the newest slot that was really sent', async () => {
      expect(await store.lastSent(WEEKLY)).toBeUndefined();

      await store.settleDelivery(deliveryKey(2), { state: 'sent', messageId: 'm' }, moment(1));
      await store.settleDelivery(deliveryKey(1), { state: 'sent', messageId: 'm' }, moment(2));
      await store.settleDelivery(deliveryKey(3), { state: 'skipped', detail: '' }, moment(3));
      await store.claim(deliveryKey(4), moment(4), moment(60));

      expect(await store.lastSent(WEEKLY)).toBe(deliveryKey(2).slot);
      expect(await store.lastSent('another' as SubscriptionId)).toBeUndefined();
    });
  });

  describe('sweeping', () => {
    it('drops the keys of messages settled before the day given and keeps what is open or newer', async () => {
      for (const name of ['old', 'open', 'new']) {
        await store.receive(inbound(name), moment(name === 'new' ? 90_000 : 60));
      }
      await store.settle(inbound('old'));
      await store.settle(inbound('new'));

      await store.sweep(moment(90_000), moment(86_400));

      expect(await store.receive(inbound('old'), moment(90_060))).toBe('new');
      expect(await store.receive(inbound('open'), moment(90_060))).toBe('repeat');
      expect(await store.receive(inbound('new'), moment(90_060))).toBe('repeat');
    });

    it('keeps memory that is still good, and all that has no end', async () => {
      await store.remember(THREAD, PERSON, MEMORY, moment(120));
      await store.recordWish(PERSON, ['cy']);
      await store.claim(deliveryKey(1), moment(0), moment(60));
      await store.settleDelivery(deliveryKey(1), { state: 'sent', messageId: 'm' }, moment(1));

      await store.sweep(moment(60), moment(60));

      expect(await store.recall(THREAD, CHANNEL, PERSON, moment(0))).toEqual({
        wish: ['cy'],
        memory: MEMORY,
      });
      expect(await store.claim(deliveryKey(1), moment(99), moment(120))).toBe('settled');
    });
  });

  it('can be migrated again without harm', async () => {
    await store.receive(inbound('a'), moment(60));
    await store.migrate();

    expect(await store.receive(inbound('a'), moment(60))).toBe('repeat');
  });
});

describe.each([
  { engine: 'a SQLite file', newPlace: onDisk },
  { engine: 'PostgreSQL', newPlace: onPostgres },
])('several on one store in $engine', ({ newPlace }) => {
  it('give one message to one of two connections', async () => {
    const [one, two] = await openTwice(await newPlace());

    for (let n = 0; n < 20; n += 1) {
      const message = inbound(`raced-${n}`);
      const twin = { ...message, eventId: `twin-${n}` };
      const outcomes = await Promise.all([one.receive(message, moment(60)), two.receive(twin, moment(60))]);

      expect(outcomes.sort()).toEqual(['new', 'repeat']);
    }
  });

  it('give one claim, and one lapsed claim, to one of two connections', async () => {
    const [one, two] = await openTwice(await newPlace());

    for (let n = 0; n < 20; n += 1) {
      const now = moment(Math.floor(n / 2) * 60 * (n % 2));
      const lease = moment(Math.floor(n / 2) * 60 * (n % 2) + 60);
      const key = deliveryKey(n % 2 === 0 ? n : 1000);
      const outcomes = await Promise.all([one.claim(key, now, lease), two.claim(key, now, lease)]);

      expect(outcomes.sort()).toEqual(['claimed', 'held']);
    }
  });

  it('give each lapsed message to one of two connections', async () => {
    const [one, two] = await openTwice(await newPlace());
    for (let n = 0; n < 30; n += 1) await one.receive(inbound(`lapsed-${n}`), moment(0));

    const rounds = Array.from({ length: 10 }, (_, n) =>
      (n % 2 === 0 ? one : two).takeLapsed(moment(1), moment(60), 5),
    );
    const taken = (await Promise.all(rounds)).flat().map((message) => message.messageId);

    expect(new Set(taken).size).toBe(taken.length);
    expect(taken).toHaveLength(30);
  });

  it('all start at once on a new database, and share out the work of several processes', async () => {
    const place = await newPlace();
    const processes = Array.from({ length: 3 }, () => startProcess(place, 'race'));
    await Promise.all(processes.map((each) => each.line()));
    const store = await open(place);
    for (let n = 0; n < 30; n += 1) await store.receive(inbound(`lapsed-${n}`), moment(0));

    for (const each of processes) each.go();
    const wins = await Promise.all(processes.map(async (each) => JSON.parse(await each.line()) as Won));
    await Promise.all(processes.map((each) => each.ended));

    const taken = wins.flatMap((won) => won.taken);
    expect(sum(wins.map((won) => won.received))).toBe(40);
    expect(sum(wins.map((won) => won.claimed))).toBe(40);
    expect(new Set(taken).size).toBe(taken.length);
    expect(taken).toHaveLength(30);
  });

  it('lose nothing that was acknowledged when a process is killed', async () => {
    const place = await newPlace();
    const process = startProcess(place, 'write');
    await process.line();
    process.go();
    let acknowledged = 0;
    while (acknowledged < 300) acknowledged = Number(await process.line());
    process.kill();
    await process.ended;

    const store = await open(place);

    for (let n = 0; n <= acknowledged; n += 1) {
      expect(await store.receive(inbound(`written-${n}`), moment(60))).toBe('repeat');
    }
  });
});

describe('a store in a SQLite file', () => {
  it('outlives its process and makes its folder', async () => {
    const place = await onDisk();
    const before = await openStore(place);
    await before.recordWish(PERSON, ['cy']);
    await before.close();

    expect(await (await open(place)).recall(THREAD, CHANNEL, PERSON, moment(0))).toEqual({ wish: ['cy'] });
  });

  it('keeps no word of a settled message in any of its files', async () => {
    const path = newPath();
    const store = await openStore({ kind: 'sqlite', path });
    const message = inbound('a', { text: 'a most private sentence '.repeat(400) });
    await store.receive(message, moment(60));
    await store.receive(inbound('b', { text: 'still to be answered' }), moment(60));
    expect((await textIn(path)).includes('a most private sentence')).toBe(true);

    await store.settle(message);
    await store.close();

    const left = await textIn(path);
    expect(left.includes('private')).toBe(false);
    expect(left.includes('still to be answered')).toBe(true);
  });

  it('says which path cannot be used and what to do', async () => {
    await writeFile(join(folder, 'a-file'), '');
    const path = join(folder, 'a-file', 'bot.db');

    await expect(openStore({ kind: 'sqlite', path })).rejects.toThrow(
      new RegExp(`The store ${path} cannot be opened for writing .*Set DATA_DIR`),
    );
  });

  it('says so where the file is no database', async () => {
    const path = join(folder, 'no-database.db');
    await writeFile(path, 'not a database at all, but long enough to look like one '.repeat(50));

    await expect(openStore({ kind: 'sqlite', path })).rejects.toThrow(/no-database\.db .*move it aside/);
  });

  it('refuses a database that a later version has written', async () => {
    const path = newPath();
    await (await openStore({ kind: 'sqlite', path })).close();
    const database = await openDatabase(path);
    database.exec('update schema_version set version = 999');
    database.close();

    await expect(openStore({ kind: 'sqlite', path })).rejects.toThrow(/schema version 999.*newer version/);
  });
});

describe('a store in PostgreSQL', () => {
  it('that cannot be reached is named, without its password', async () => {
    const url = 'postgres://bot:secret@127.0.0.1:1/plans';

    const refusal = await openStore({ kind: 'postgres', url }).catch((error: Error) => error.message);

    expect(refusal).toMatch(/127\.0\.0\.1:1\/plans cannot be reached .*DATABASE_URL/);
    expect(refusal).not.toContain('secret');
  });
});

interface Won {
  readonly received: number;
  readonly claimed: number;
  readonly taken: readonly string[];
}

async function openTwice(place: StorePlace): Promise<[Store, Store]> {
  return Promise.all([open(place), open(place)]);
}

function startProcess(place: StorePlace, job: 'race' | 'write') {
  const script = join(built.dir, 'test/doubles/store-process.js');
  const child = spawn(process.execPath, [script, JSON.stringify(place), job], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    line: async (): Promise<string> => String((await lines.next()).value),
    go: () => child.stdin.write('\n'),
    kill: () => child.kill('SIGKILL'),
    ended: once(child, 'exit'),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

async function textIn(path: string): Promise<string> {
  const parent = join(path, '..');
  const contents = (await readdir(parent)).map((name) => readFile(join(parent, name), 'latin1'));
  return (await Promise.all(contents)).join('\n');
}
