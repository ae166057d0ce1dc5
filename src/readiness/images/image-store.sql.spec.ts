import { anImport } from '../../../test/builders/an-import.js';
import { describeOnEachDatabase } from '../../../test/harness/each-database.js';
import { SqlImportStore } from '../imports/import-store.sql.js';
import type { StoredImage } from './image-store.js';
import { picturesOf, SqlImageStore } from './image-store.sql.js';

const anImage = (sha256: string, dHash: string | null): StoredImage => ({
  mediaType: 'image/png',
  bytes: Uint8Array.of(1, 0, 255),
  facts: {
    sha256,
    bytes: 3,
    mediaType: 'image/png',
    decodes: dHash !== null,
    width: null,
    height: null,
    scores: null,
    dHash,
  },
});

describeOnEachDatabase('pictures', (stores) => {
  it('are kept once for each project, with the batch that brought them', async () => {
    const database = await stores.open();
    const images = new SqlImageStore(database);
    const batch = { record: anImport(), examples: [], faults: [], at: 1 };
    const [one, other] = [anImage('bb', '00ff00ff00ff00ff'), anImage('aa', null)];
    await new SqlImportStore(database).take({ ...batch, images: [one, other] });
    await new SqlImportStore(database).take({ ...batch, images: [one] });
    const found = await images.find('prj_one', 'bb');
    expect([found?.facts, Buffer.from(found?.bytes ?? [])]).toEqual([one.facts, Buffer.from(one.bytes)]);
    expect(await images.find('prj_two', 'bb')).toBeNull();
    const ofImports = (...ids: string[]) => picturesOf(database.of(), 'prj_one', ids);
    expect((await ofImports('imp_1', 'imp_2')).map((facts) => facts.sha256)).toEqual(['aa', 'bb']);
    expect(await ofImports('imp_2')).toEqual([]);
    expect(await ofImports()).toEqual([]);
  });
});
