import { describeOnEachDatabase } from './each-database.js';

interface NotesTable {
  notes: { id: string; at: number };
}

describeOnEachDatabase('a test store', (stores) => {
  it('is empty and migrated when it is opened', async () => {
    const database = await stores.open();
    const projects = await database.of<{ projects: { id: string } }>().selectFrom('projects').select('id').execute();
    expect(projects).toEqual([]);
  });

  it('is a real database: what was committed is there after a restart', async () => {
    const database = await stores.open();
    await database
      .of<NotesTable>()
      .schema.createTable('notes')
      .addColumn('id', 'text')
      .addColumn('at', 'bigint')
      .execute();
    await database.transaction((within) =>
      within.of<NotesTable>().insertInto('notes').values({ id: 'kept', at: 1_790_000_000_000 }).execute(),
    );
    const again = await stores.reopen(database);
    const kept = await again.of<NotesTable>().selectFrom('notes').selectAll().execute();
    expect(kept).toEqual([{ id: 'kept', at: 1_790_000_000_000 }]);
  });

  it('shares nothing with another one', async () => {
    const [left, right] = await Promise.all([stores.open(), stores.open()]);
    await left.of<NotesTable>().schema.createTable('notes').addColumn('id', 'text').addColumn('at', 'bigint').execute();
    await expect(right.of<NotesTable>().selectFrom('notes').selectAll().execute()).rejects.toThrow(/notes/);
  });
});
