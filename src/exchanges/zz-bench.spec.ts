import { anExchange } from '../../test/builders/an-exchange.js';
import { describeOnEachDatabase } from '../../test/harness/each-database.js';
import { SqlExchangeStore } from './exchange-store.sql.js';
describeOnEachDatabase('bench', (stores) => {
  it('100k', async () => {
    const db = await stores.open();
    const store = new SqlExchangeStore(db);
    const body = Buffer.alloc(1500, 'x');
    let t = performance.now();
    for (let i = 0; i < 200; i++) await store.append(Array.from({length: 500}, (_, k) => anExchange({ at: 1_764_000_000_000 + i*500+k, arm: k%2? 'candidate':'incumbent', route: k%2? 'candidate':'incumbent', latencyMs: Math.random()*1000, request: body, response: body })));
    const out: string[] = ['insert100k ' + (performance.now()-t).toFixed(0)];
    await (db.engine === 'postgres' ? (await import('kysely')).sql`vacuum analyze exchanges`.execute(db.of<unknown>()) : Promise.resolve()); const time = async (name: string, f: () => Promise<unknown>) => { const xs=[]; for (let i=0;i<5;i++){ const s=performance.now(); await f(); xs.push(performance.now()-s);} out.push(name+' '+xs.map(x=>x.toFixed(1)).join(',')); };
    await time('tally-all', () => store.tally({projectId:'prj_one', attempt:1, sinceMs:0, untilMs: 9e15}));
    await time('tally-10k', () => store.tally({projectId:'prj_one', attempt:1, sinceMs:1_764_000_000_000+90_000, untilMs: 9e15}));
    await time('totals', () => store.totals('prj_one'));
    await time('list', () => store.list({projectId:'prj_one', after:null, limit:50}));
    await time('list arm', () => store.list({projectId:'prj_one', after:null, limit:50, arm: 'candidate'}));
    await time('list no-such-arm project', () => store.list({projectId:'prj_none', after:null, limit:50}));
    await time('trainable', () => store.trainable({projectId:'prj_one', afterId:null, limit:500}));
    process.stderr.write(out.join('\n')+'\n');
  }, 120000);
});
