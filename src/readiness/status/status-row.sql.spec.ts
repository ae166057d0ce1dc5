import { describeOnEachDatabase } from '../../../test/harness/each-database.js';
import { SqlStatusRowStore } from './status-row.sql.js';

describeOnEachDatabase('the row that a poll reads', (stores) => {
  const aRow = (document: string, updatedAt: number) => ({ projectId: 'prj_one', document, updatedAt });

  it('is there once it was written, and never goes back', async () => {
    const status = new SqlStatusRowStore(await stores.open());
    expect(await status.read('prj_one')).toBeNull();
    await status.write(aRow('{"a":1}', 5));
    await status.write(aRow('{"a":2}', 7));
    await status.write(aRow('{"a":0}', 6));
    expect(await status.read('prj_one')).toEqual(aRow('{"a":2}', 7));
    expect(await status.read('prj_two')).toBeNull();
  });
});
