import { beside, targets } from '../bare.mjs'

export const name = 'hot GET against the bare handler'

export async function measure(bench) {
  return lines(await beside(bench, await targets(bench, false)), 0.85)
}

export function lines(measured, least) {
  return measured.map(one => ({ work: one.target.name, value: one.ratio, least, p50: one.p50, p99: one.p99,
    limit: one.bare, heap: one.heap, bytes: one.bytes,
    note: `${Math.round(one.rate)} of ${Math.round(one.bare.rate)} requests a second; ${one.processor} µs of processor time each, ${one.bare.processor}` }))
}
