import { expect, it } from 'vitest';
import { inOrder } from '../../../src/screening/run/in-order.ts';

const anna = { server: 's', patient: 'Patient/anna' };
const turns = async (): Promise<void> => await new Promise((resolve) => setImmediate(resolve));

it('screens a patient once at a time, once more for all who asked meanwhile, and others beside her', async () => {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const order = inOrder(async ({ patient }) => {
    begun.push(patient);
    await new Promise<void>((resolve) => ends.push(resolve));
  });
  const asked = [order.ask(anna), order.ask(anna), order.ask(anna), order.ask({ ...anna, patient: 'Patient/ben' })];
  await turns();
  expect(begun).toEqual(['Patient/anna', 'Patient/ben']);
  ends[0]?.();
  await turns();
  expect(begun).toEqual(['Patient/anna', 'Patient/ben', 'Patient/anna']);
  for (const end of ends) end();
  await Promise.all(asked);
  await order.idle();
  expect(begun).toHaveLength(3);
});

it('goes on after a screening that failed', async () => {
  let calls = 0;
  const order = inOrder(async () => {
    calls += 1;
    if (calls === 1) throw new Error('the first one');
    await turns();
  });
  const [first, second] = [order.ask(anna), order.ask(anna)];
  await expect(first).rejects.toThrow('the first one');
  await expect(second).resolves.toBeUndefined();
});
