import { anArrangement } from '../../../test/builders/an-arrangement.js';
import { describeOnEachDatabase } from '../../../test/harness/each-database.js';
import { SqlRegisterStore } from './register-store.sql.js';

describeOnEachDatabase('the register', (stores) => {
  let register: SqlRegisterStore;

  beforeEach(async () => {
    register = new SqlRegisterStore(await stores.open());
  });

  it('shows the newest revision of each document and keeps the ones before', async () => {
    await register.append('prj_one', anArrangement({ id: 'arr_1', version: 1 }));
    await register.append('prj_one', anArrangement({ id: 'arr_2', version: 1 }));
    await register.append('prj_one', anArrangement({ id: 'arr_1', version: 2, by: 'bob' }));
    await register.append('prj_two', anArrangement({ id: 'arr_1', version: 1 }));
    const latest = await register.latest('prj_one');
    expect(latest.map(({ id, version, by }) => [id, version, by])).toEqual([
      ['arr_1', 2, 'bob'],
      ['arr_2', 1, 'ada'],
    ]);
    expect((await register.revisions('prj_one', 'arr_1')).map(({ version }) => version)).toEqual([1, 2]);
    expect(await register.revisions('prj_one', 'arr_3')).toEqual([]);
  });

  it('takes a version once: who is slower is told', async () => {
    expect(await register.append('prj_one', anArrangement({ version: 1, by: 'ada' }))).toBe(true);
    expect(await register.append('prj_one', anArrangement({ version: 1, by: 'bob' }))).toBe(false);
    expect((await register.latest('prj_one')).map(({ by }) => by)).toEqual(['ada']);
  });

  it('gives back what was written', async () => {
    const document = anArrangement({});
    await register.append('prj_one', document);
    expect(await register.latest('prj_one')).toEqual([document]);
  });

  it('does not know a project that nobody registered', async () => {
    expect(await register.knowsProject('prj_one')).toBe(false);
  });
});
