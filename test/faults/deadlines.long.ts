import { killedProcesses, testSeed } from '../support/env';
import type { FaultReport } from './deadlines/report';
import { runFaults } from './deadlines/run';
import { type Backend, backends } from './deadlines/stores';

// Days of a committee in minutes, over stores and workers that are killed at random: see DECISIONS.

jest.setTimeout(40 * 60_000);

/** More kills need more days to fall into; feedback that is given back is given again on a second day. */
const KILLS_A_DAY = 14;
const FEWEST_DAYS = 2;
const KILLS_A_WIPE = 12;

describe.each<Backend>(backends())('over queues in %s, a committee whose processes are killed', (backend) => {
  let report: FaultReport;

  beforeAll(async () => {
    const [seed, kills] = [testSeed(), killedProcesses()];
    const days = Math.max(FEWEST_DAYS, Math.ceil(kills / KILLS_A_DAY));
    report = await runFaults(backend, { seed, kills, wipes: Math.floor(kills / KILLS_A_WIPE), days });
    const { findings, ...counted } = report;
    process.stdout.write(`${backend}: ${JSON.stringify(counted)}\n`);
  });

  test('was struck as often as it was meant to be, while people worked', () => {
    const { worker = 0, postgres = 0, redis = 0, wipe } = report.struck;
    expect(worker + postgres + redis).toBe(killedProcesses());
    expect(wipe).toBe(Math.floor(killedProcesses() / KILLS_A_WIPE));
    expect(Object.values(report.acts).every((count) => count > 0)).toBe(true);
  });

  test('is reminded of every step that was due, once', () => {
    expect(report.entries).toBeGreaterThan(report.receipts);
    expect(report.findings.missing).toEqual([]);
    expect(report.findings.doubled).toEqual([]);
  });

  test('is reminded of nothing that was not due, and of nothing that was done', () => {
    expect(report.findings.notDue).toEqual([]);
    expect(report.afterDone).toEqual([]);
  });

  test('sends the first level alone, and proposes the others', () => {
    expect(report.findings.wrongState).toEqual([]);
  });

  test('has each notice in the inbox of each person it is for, once', () => {
    expect(report.findings.wrongPeople).toEqual([]);
    expect(report.findings.ofNothing).toEqual([]);
  });

  test('has notices of what was done as done, and the others open', () => {
    expect(report.findings.wronglyOpen).toEqual([]);
    expect(report.findings.wronglyDone).toEqual([]);
  });

  test('tells outside what is owed, and repeats only what the row says was broken off', () => {
    expect(report.outside.sent).toBeGreaterThan(0);
    expect(report.outside.missing).toEqual([]);
    expect(report.outside.unexplained).toEqual([]);
  });

  test('brings everything where it is going, and gives up no event', () => {
    expect(report.stuck).toBeNull();
    expect(report.parked).toEqual([]);
  });
});
