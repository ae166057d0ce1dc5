import { parse } from 'csv-parse/sync';
import { aFinding, anEvidenceRow, aReport } from '../../../test/builders/a-readiness-report.js';
import { anImport } from '../../../test/builders/an-import.js';
import { type RoomsOverHttp, startRooms } from '../../../test/harness/rooms-over-http.js';
import { pagePolicy } from './html/page-policy.js';
import type { ReadinessReport } from './readiness-report.js';
import { ReportFilesController } from './report-files.controller.js';
import { ReportFiles } from './report-files.service.js';

const projectId = 'prj_one';
const reports: ReadinessReport[] = [
  aReport({
    id: 'rdy_1',
    projectId,
    datasetId: 'dst_1',
    findings: [aFinding({ evidence: [anEvidenceRow(3, { originId: 'imp_1', excerpt: '=1+1' })] })],
  }),
  aReport({ id: 'rdy_2', projectId, datasetId: 'dst_2', findings: [aFinding({ outcome: 'pass' })] }),
];

const reportStore = {
  add: async () => undefined,
  find: async (project: string, id: string) =>
    reports.find((report) => report.projectId === project && report.id === id) ?? null,
  list: async () => reports,
};
const keys: Record<string, string[]> = { dst_1: ['a', 'b'], dst_2: ['b'] };
const datasets = {
  rowsOf: async (id: string, split: string) =>
    split === 'train' ? (keys[id] ?? []).map((rowKey) => ({ rowKey, text: '', label: null })) : [],
};
const imports = { find: async (_project: string, id: string) => (id === 'imp_1' ? anImport({ id }) : null) };
const base = `/v1/projects/${projectId}/readiness-reports`;

let rooms: RoomsOverHttp;

beforeAll(async () => {
  const files = new ReportFiles(reportStore as never, datasets as never, imports as never);
  rooms = await startRooms({
    controllers: [ReportFilesController],
    providers: [{ provide: ReportFiles, useValue: files }],
  });
});

afterAll(() => rooms.stop());

describe('reports handed out', () => {
  it('come as a page that may do nothing but show itself', async () => {
    const { status, headers, body } = await rooms.ask({ path: `${base}/rdy_1.html`, role: 'lead' });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-security-policy')).toBe(pagePolicy);
    expect(String(body)).toMatch(/^<!doctype html>/);
  });

  it('come as a table of failing rows with the names of their files', async () => {
    const { status, headers, body } = await rooms.ask({ path: `${base}/rdy_1/failing-rows.csv`, role: 'lead' });
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toContain('failing-rows.csv');
    expect(parse(String(body), { columns: true })).toEqual([
      expect.objectContaining({ check: 'L02', file: 'train.csv', line: '3', excerpt: "'=1+1" }),
    ]);
  });

  it('are compared, rows included', async () => {
    const path = `${base}/compare?from=rdy_1&to=rdy_2`;
    const { status, body } = await rooms.ask({ path, role: 'viewer' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      from: { reportId: 'rdy_1' },
      to: { reportId: 'rdy_2' },
      checks: [{ checkId: 'L02', move: 'better' }],
      rows: { train: { gained: 0, lost: 1, stayed: 1 }, holdout: { gained: 0, lost: 0, stayed: 0 } },
    });
    const page = await rooms.ask({ path: path.replace('compare', 'compare.html'), role: 'viewer' });
    expect(page.status).toBe(200);
    expect(String(page.body)).toMatch(/^<!doctype html>/);
  });

  it('quote rows only to those who may read them', async () => {
    expect((await rooms.ask({ path: `${base}/rdy_1.html`, role: 'viewer' })).status).toBe(403);
    expect((await rooms.ask({ path: `${base}/rdy_1/failing-rows.csv`, role: 'viewer' })).status).toBe(403);
  });

  it('are not there under another project, another name, or half of a comparison', async () => {
    const gone = [
      `${base}/rdy_9.html`,
      `/v1/projects/prj_two/readiness-reports/rdy_1.html`,
      `${base}/rdy_9/failing-rows.csv`,
    ];
    for (const path of [...gone, `${base}/compare?from=rdy_1&to=rdy_9`]) {
      expect((await rooms.ask({ path, role: 'admin' })).status).toBe(404);
    }
    expect((await rooms.ask({ path: `${base}/compare?from=rdy_1`, role: 'admin' })).status).toBe(400);
  });
});
